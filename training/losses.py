"""What each head is asked, as one number each to be made small."""

from __future__ import annotations

from dataclasses import fields, replace

import torch
from torch import Tensor
from torch.nn import functional as F

from training.batches import UNKNOWN, Batch
from training.network import BIO, KINDS, LINK, Network, Outputs

FAR = -1e4


def move(batch: Batch, device: torch.device) -> Batch:
    """The batch on another device."""
    return replace(batch, **{f.name: getattr(batch, f.name).to(device) for f in fields(batch)[:-1]})


def choose(scores: Tensor, answers: Tensor) -> Tensor:
    """Cross entropy over the last dimension where there is an answer; 0 where there is none at all."""
    if not bool((answers != UNKNOWN).any()):
        return scores.sum() * 0.0
    return F.cross_entropy(scores.float().flatten(0, -2), answers.flatten(), ignore_index=UNKNOWN)


def losses(network: Network, said: Outputs, batch: Batch) -> dict[str, Tensor]:
    """One loss a head, weighted."""
    sizes = network.sizes
    tags, pos, start, names, offices, attribution = said.words.split(
        [sizes.tags, sizes.pos, 1, sizes.names, BIO, BIO * len(KINDS)], dim=2
    )
    parts = {
        "tag": 0.5 * choose(tags, batch.tags),
        "pos": 0.5 * choose(pos, batch.pos),
        "start": starts_loss(start.squeeze(2).float(), batch.starts),
        "name": 2.0 * names_loss(names.float(), batch.names),
        "office": choose(offices, batch.offices),
        "attribution": 3.0 * choose(attribution.unflatten(2, (len(KINDS), BIO)), batch.attribution),
    }
    return parts | arc_losses(network, said, batch) | link_losses(said.links, batch)


def starts_loss(scores: Tensor, answers: Tensor) -> Tensor:
    """Binary cross entropy of "a sentence begins here"."""
    known = answers != UNKNOWN
    if not bool(known.any()):
        return scores.sum() * 0.0
    return F.binary_cross_entropy_with_logits(scores[known], answers[known].float())


def names_loss(scores: Tensor, allowed: Tensor) -> Tensor:
    """How unlikely all the tags are that a word may have; a word that may have one is ordinary cross entropy."""
    known = allowed.any(2)
    if not bool(known.any()):
        return scores.sum() * 0.0
    scores, allowed = scores[known], allowed[known]
    return (scores.logsumexp(1) - scores.masked_fill(~allowed, FAR).logsumexp(1)).mean()


def arc_losses(network: Network, said: Outputs, batch: Batch) -> dict[str, Tensor]:
    """Each word's head among the words of its sentence, and the label of the true relation."""
    if not bool((batch.heads != UNKNOWN).any()):
        nothing = said.arcs.sum() * 0.0
        return {"arc": nothing, "label": nothing}
    apart = batch.sentence[:, :, None] != batch.sentence[:, None, :]
    arcs = said.arcs.float().masked_fill(apart, FAR)
    labelled = batch.deps != UNKNOWN
    heads = batch.heads.clamp(min=0)[:, :, None].expand_as(said.governors)
    governors = said.governors.gather(1, heads)[labelled]
    labels = network.relations(said.dependents[labelled].float(), governors.float())
    return {"arc": choose(arcs, batch.heads), "label": choose(labels, batch.deps[labelled])}


def link_losses(links: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Which cue a content belongs to, and which source a cue; a word that stands alone points at itself."""
    seeks_cue, cue, seeks_source, source = links.float().split(LINK, dim=2)
    outside = (batch.sentence < 0)[:, None, :]
    scale = LINK**-0.5
    return {
        "link": 0.5 * choose((seeks_cue @ cue.transpose(1, 2) * scale).masked_fill(outside, FAR), batch.to_cue)
        + 0.5 * choose((seeks_source @ source.transpose(1, 2) * scale).masked_fill(outside, FAR), batch.to_source)
    }
