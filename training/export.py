"""The trained network as a file that onnxruntime runs.

The heads that pick among chosen pairs (a relation's label, a sentence's vector) stay outside the graph as plain
matrices: which pairs are chosen is known only after decoding.
"""

from __future__ import annotations

import json
import shutil
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training import base, network

HEADS = ("label.weight", "label.bias", "meaning.weight", "meaning.bias")
OUTPUTS = ("words", "arcs", "dependents", "governors", "links", "pieces")


class Flat(nn.Module):
    """The network with its outputs as a tuple, which is what can be traced."""

    def __init__(self, inner: network.Network) -> None:
        super().__init__()
        self.inner = inner

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """See ``Network.forward``."""
        said = self.inner(ids, shapes, first)
        return tuple(getattr(said, name) for name in OUTPUTS)


def load_trained(work: Path) -> network.Network:
    """The averaged weights of a run."""
    named = json.loads((work / "labels.json").read_text(encoding="utf-8"))
    sizes = network.Sizes(len(named["tags"]), len(named["pos"]), len(named["deps"]), len(named["names"]))
    trained = network.Network(network.Encoder(), sizes)
    trained.load_state_dict(torch.load(work / "weights.pt", weights_only=True, map_location="cpu"))
    return trained.eval()


def export(work: Path, folder: Path, *, quantise: bool = True) -> None:
    """Write ``reader.onnx``, ``heads.npz``, ``labels.json`` and ``vocab.txt`` into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    trained = load_trained(work)
    whole = folder / "whole.onnx"
    ids = torch.randint(1, 1000, (2, 9))
    first = torch.tensor([[1, 2, 4, 5], [1, 3, 4, 6]])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Flat(trained),
            (ids, torch.zeros_like(ids), first),
            str(whole),
            input_names=["ids", "shapes", "first"],
            output_names=list(OUTPUTS),
            dynamic_axes={
                "ids": {0: "texts", 1: "pieces"},
                "shapes": {0: "texts", 1: "pieces"},
                "first": {0: "texts", 1: "words"},
            },
            opset_version=17,
            dynamo=False,
        )
    if quantise:
        quantize_dynamic(
            str(whole),
            str(folder / "reader.onnx"),
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
        whole.unlink()
    else:
        whole.replace(folder / "reader.onnx")
    onnx.checker.check_model(str(folder / "reader.onnx"))
    state = trained.state_dict()
    np.savez(folder / "heads.npz", **{name: state[name].numpy().astype(np.float16) for name in HEADS})
    shutil.copyfile(work / "labels.json", folder / "labels.json")
    shutil.copyfile(base.find_model() / "vocab.txt", folder / "vocab.txt")
