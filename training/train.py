"""Train the reader: ``python -m training.train --data ../shared/data``.

Two cores and two hours, or a GPU and minutes. Each step takes paragraphs of every set; what a paragraph does not say
is asked of no head. A killed run goes on from its last saved step. torch is needed here and nowhere else.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

import torch

from communique.reader.labels import Labels
from communique.reader.pieces import Pieces
from training import base, batches, collect, known, losses, network, samples, teacher
from training.tokens import build_blank

EPOCHS = 4.5
REPEATS = {"ewt": 3, "gum": 3, "own": 2}  # within an epoch: syntax goes on learning when names have learned
PIECES = 3000  # a step's, padding counted
RATE_ENCODER, RATE_HEADS = 3e-4, 2e-3
WARM_STEPS = 100
SAVE_EVERY = 100
AVERAGE = 0.995  # of the running average of the weights, which is what is kept


def parse_arguments() -> argparse.Namespace:
    """What to read, where to write, how long to go on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("training/work/main"), help="checkpoints and the result")
    parser.add_argument("--epochs", type=float, default=EPOCHS)
    parser.add_argument("--steps", type=int, help="rather than epochs")
    parser.add_argument("--minutes", type=float, default=math.inf, help="stop after; the same command goes on")
    parser.add_argument("--without", nargs="*", default=[], help="sets to leave out")
    parser.add_argument("--seed", type=int, default=7)
    arguments, _ = parser.parse_known_args()
    return arguments


class Run:
    """Everything that a saved step must bring back."""

    def __init__(self, arguments: argparse.Namespace, labels: Labels, rows: int) -> None:
        torch.manual_seed(arguments.seed)
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        sizes = network.Sizes(len(labels.tags), len(labels.pos), len(labels.deps), len(labels.names))
        self.network = network.Network(network.load_encoder(base.find_model()), sizes).to(self.device)
        heads = [p for n, p in self.network.named_parameters() if not n.startswith("encoder.")]
        self.optimizer = torch.optim.AdamW(
            [
                {"params": list(self.network.encoder.parameters()), "lr": RATE_ENCODER},
                {"params": heads, "lr": RATE_HEADS},
            ],
            weight_decay=0.01,
            fused=True,
        )
        self.average = {n: p.detach().clone() for n, p in self.network.named_parameters()}
        self.steps = arguments.steps or max(1, int(rows * arguments.epochs))
        self.scheduler = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self.rate)
        self.step = 0
        self.saved = arguments.work / "last.pt"
        if self.saved.exists():
            state = torch.load(self.saved, weights_only=True, map_location=self.device)
            self.network.load_state_dict(state["network"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.average = state["average"]
            self.step = state["step"]
            self.scheduler.last_epoch = self.step

    def rate(self, step: int) -> float:
        """Rises for WARM_STEPS, then falls in a line to nothing."""
        if step < WARM_STEPS:
            return (step + 1) / WARM_STEPS
        return max(0.01, 1 - (step - WARM_STEPS) / max(1, self.steps - WARM_STEPS))

    def learn(self, loss: torch.Tensor) -> None:
        """One step down, and the running average after it."""
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
        self.optimizer.step()
        self.scheduler.step()
        self.step += 1
        kept = min(AVERAGE, self.step / (self.step + 10))
        with torch.no_grad():
            for name, weight in self.network.named_parameters():
                self.average[name].lerp_(weight, 1 - kept)

    def save(self, labels: Labels) -> None:
        """Write the step to go on from, and beside it the averaged weights with the labels they answer in."""
        state = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "average": self.average,
            "step": self.step,
        }
        partial = self.saved.with_suffix(".partial")
        torch.save(state, partial)
        partial.replace(self.saved)
        torch.save(self.average, self.saved.with_name("weights.pt"))
        named = {"tags": labels.tags, "pos": labels.pos, "deps": labels.deps, "names": labels.names}
        self.saved.with_name("labels.json").write_text(json.dumps(named), encoding="utf-8")


def epoch(pool: list[samples.Sample], pieces: Pieces, seed: str, pools: known.Pools) -> Iterator[list[batches.Row]]:
    """Batches of one time through, every sample anew in other typography and with other names."""
    random = Random(seed)
    repeated = (s for s in pool for _ in range(REPEATS.get(s.source, 1)))
    changed = (samples.vary(known.exchange(s, pools, random), random) for s in repeated)
    return batches.gather([batches.number(s, pieces) for s in changed], PIECES, random)


def main() -> None:
    """Train and save, printing one line every fifty steps."""
    arguments = parse_arguments()
    arguments.work.mkdir(parents=True, exist_ok=True)
    nlp = build_blank()
    pool = collect.collect(nlp, arguments.data, frozenset(arguments.without))
    labels = collect.find_labels(pool)
    pieces = Pieces.load(base.find_model() / "vocab.txt")
    pools = known.build_pools(nlp)
    run = Run(arguments, labels, sum(1 for _ in epoch(pool, pieces, f"{arguments.seed} 0", pools)))
    untouched = teacher.Teacher(pool, pieces, arguments.work / "teacher.pt")
    stream = (rows for i in count() for rows in epoch(pool, pieces, f"{arguments.seed} {i}", pools))
    for _ in range(run.step):
        next(stream)
    print(f"{len(pool)} paragraphs, {run.steps} steps, from {run.step}", flush=True)
    sums: dict[str, float] = {}
    began, words, done = time.time(), 0, 0
    run.network.train()
    while run.step < run.steps and time.time() - began < arguments.minutes * 60:
        rows = next(stream)
        batch = losses.move(batches.build(rows, labels), run.device)
        with torch.autocast(run.device.type, dtype=torch.bfloat16):
            said = run.network(batch.ids, batch.shapes, batch.first)
        parts = losses.losses(run.network, said, batch) | untouched.losses(run.network, said.pieces, rows)
        run.learn(sum(parts.values()))
        words, done = words + batch.words, done + 1
        for name, part in parts.items():
            sums[name] = sums.get(name, 0.0) + part.item()
        if run.step % 50 == 0:
            shown = " ".join(f"{name} {total / done:.3f}" for name, total in sums.items())
            seconds = time.time() - began
            print(f"{run.step}/{run.steps} {seconds:.0f}s {words / seconds:.0f} words/s {shown}", flush=True)
            sums, done = {}, 0
        if run.step % SAVE_EVERY == 0:
            run.save(labels)
    run.save(labels)


if __name__ == "__main__":
    main()
