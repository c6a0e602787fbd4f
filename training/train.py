"""Train the reader: ``python -m training.train --data ../shared/data``.

One process, one core. Every step mixes paragraphs with syntax (treebanks) and paragraphs with names (our own
texts); what a paragraph does not say is missing, not wrong. A killed run goes on from its last saved step.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

from spacy.language import Language
from spacy.util import fix_random_seed
from thinc.api import Adam, NumpyOps, set_current_ops

from training import borrowed, known, pipeline, samples

LEARN = 0.001
WARM_STEPS = 200
SAVE_EVERY = 250
DROP = 0.2
# Of a step's words, by treebanks, own texts and borrowed names. The names get steps and an optimizer of their own: in
# one step with syntax their gradient is a tenth of its size. (800 such steps moved their F from .830 to .833.)
# A few names stay in the syntax steps: spaCy updates the shared layer when its last listener, the names, has learned.
SYNTAX_SHARES = (0.57, 0.06, 0.0)
NAME_SHARES = (0.0, 0.32, 0.08)
TREEBANKS = ("ewt-train.conllu.gz", "gum-open-train.conllu.gz")


def parse_arguments() -> argparse.Namespace:
    """What to read, where to write, how long to go on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("training/work/main"), help="checkpoints and the result")
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--words", type=int, default=1600, help="words a step, at most")
    parser.add_argument("--names-rate", type=float, default=1.0, help="learning rate of the names' steps, relative")
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


def read_training(nlp: Language, data: Path) -> list[list[samples.Sample]]:
    """The samples with syntax, those of our own with names and offices, and those with borrowed names."""
    syntax = [s for name in TREEBANKS for s in samples.read_treebank(data / "syntax" / name)]
    return [syntax, list(samples.read_own(nlp, held_out=False)), list(borrowed.read_borrowed(data / "names"))]


def endless(pool: list[samples.Sample], random: Random) -> Iterator[samples.Sample]:
    """The pool over and over, reshuffled each time."""
    while True:
        yield from random.sample(pool, len(pool))


def take(stream: Iterator[samples.Sample], words: float) -> list[samples.Sample]:
    """Samples until they hold that many words."""
    taken: list[samples.Sample] = []
    held = 0
    while held < words:
        taken.append(next(stream))
        held += len(taken[-1].words)
    return taken


def rate(step: int, steps: int) -> float:
    """Rises for WARM_STEPS, then falls in a line to a twentieth."""
    if step < WARM_STEPS:
        return LEARN * (step + 1) / WARM_STEPS
    return LEARN * max(0.05, 1.0 - (step - WARM_STEPS) / max(1, steps - WARM_STEPS))


def start(arguments: argparse.Namespace) -> tuple[Language, int]:
    """A fresh pipeline, or the last saved one with its step."""
    saved = arguments.work / "last"
    if (saved / "step.json").exists():
        nlp = pipeline.load(saved / "model")
        return nlp, json.loads((saved / "step.json").read_text())["step"]
    nlp = pipeline.build_pipeline()
    examples = [samples.build_example(nlp, s) for pool in read_training(nlp, arguments.data) for s in pool]
    nlp.initialize(lambda: examples)
    pipeline.add_lemma_tables(nlp)
    return nlp, 0


def save(nlp: Language, averages: dict[tuple[int, str], Any], work: Path, step: int) -> None:
    """Write the weights to go on from, and beside them their running average, which reads better."""
    (work / "last").mkdir(parents=True, exist_ok=True)
    nlp.to_disk(work / "last" / "model")
    (work / "last" / "step.json").write_text(json.dumps({"step": step}))
    with nlp.use_params(averages):
        nlp.to_disk(work / "model")


def new_optimizer() -> Any:
    """Adam as spaCy sets it, with a running average of the weights."""
    return Adam(LEARN, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)


def main() -> None:
    """Train and save, printing one line every fifty steps."""
    arguments = parse_arguments()
    set_current_ops(NumpyOps(use_blis=False))  # numpy's own product: 87 GFLOP/s on one core where blis has 22
    fix_random_seed(arguments.seed)
    nlp, step = start(arguments)
    random = Random(arguments.seed + step)
    streams = [endless(pool, random) for pool in read_training(nlp, arguments.data)]
    pools = known.build_pools(nlp)
    syntax, names = new_optimizer(), new_optimizer()
    losses: dict[str, float] = {}
    began, seen = time.time(), 0
    while step < arguments.steps:
        syntax.learn_rate = rate(step, arguments.steps)
        names.learn_rate = syntax.learn_rate * arguments.names_rate
        for optimizer, shares in ((syntax, SYNTAX_SHARES), (names, NAME_SHARES)):
            batch = [
                s for pool, share in zip(streams, shares, strict=True) for s in take(pool, arguments.words * share)
            ]
            seen += sum(len(s.words) for s in batch)
            changed = (samples.vary(known.exchange(s, pools, random), random) for s in batch)
            examples = [samples.build_example(nlp, s) for s in changed]
            nlp.update(examples, sgd=optimizer, losses=losses, drop=DROP, exclude=["lemmatizer"])
        step += 1
        if step % 50 == 0:
            shown = " ".join(f"{k} {v / 50:.1f}" for k, v in losses.items() if v)
            print(f"{step} {time.time() - began:.0f}s {seen / (time.time() - began):.0f} words/s {shown}", flush=True)
            losses = {}
        if step % SAVE_EVERY == 0 or step == arguments.steps:
            save(nlp, {**names.averages, **syntax.averages}, arguments.work, step)


if __name__ == "__main__":
    main()
