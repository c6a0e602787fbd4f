"""What reading costs: speed, size on disk, memory.

    python -m benchmarks.reader_costs FOLDER    peak memory in MB of this process, loading the reader and reading

Speed is of the wall clock, so the machine must be quiet: beside a training on the same cores it shows less than half.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier
from pathlib import Path

from benchmarks.reader_scores import Measured
from training import markup

PROCESSES = 2
WORDS = 60_000
WARMING = 20  # texts read before the clock starts: tables are loaded, caches hold the commonest words
MEMORY_TEXTS = 50
LONGEST_WAIT_S = 600


def own_texts() -> list[str]:
    """Our own texts whole, a line each paragraph, held out or not: what is read fast need not be new."""
    stories: dict[str, list[str]] = {}
    for paragraph in markup.read_paragraphs():
        stories.setdefault(paragraph.text_id, []).append(paragraph.text)
    return ["\n".join(lines) for lines in stories.values()]


def choose_texts(texts: Sequence[str], words: int) -> list[str]:
    """Texts from all over the corpus, as many as hold so many words between white space; all where there are fewer."""
    step = max(1, sum(len(text.split()) for text in texts) // max(1, words))
    chosen, held = [], 0
    for text in (text for at in range(step) for text in texts[at::step]):
        if held >= words:
            break
        chosen.append(text)
        held += len(text.split())
    return chosen


def read_share(
    folder: Path, warming: Sequence[str], share: Sequence[str], ready: Barrier, counted: SimpleQueue[int]
) -> None:
    """One process: load, warm up, wait for the others, read, say how many words it was."""
    from communique.reader import load_reader

    reader = load_reader(folder)
    for _ in reader.read(warming):
        pass
    ready.wait(LONGEST_WAIT_S)
    counted.put(sum(sum(not token.is_space for token in doc) for doc in reader.read(share)))


def measure_speed(folder: Path, words: int = WORDS) -> Measured:
    """``words_per_second``: the reader's own words, white space aside, of whole texts through ``Reader.read``, from raw
    text to finished Docs, by two processes together; from when both are warm to when the slower one is done."""
    texts = own_texts()
    chosen = choose_texts(texts, words)
    context = get_context("spawn")
    ready, counted = context.Barrier(PROCESSES + 1), context.SimpleQueue()
    warming = texts[:: max(1, len(texts) // WARMING)][:WARMING]
    running = [
        context.Process(target=read_share, args=(folder, warming, chosen[at::PROCESSES], ready, counted))
        for at in range(PROCESSES)
    ]
    for process in running:
        process.start()
    ready.wait(LONGEST_WAIT_S)
    began = time.perf_counter()
    total = sum(counted.get() for _ in running)
    seconds = time.perf_counter() - began
    for process in running:
        process.join()
    size = f"speed: {len(chosen):,} own texts, {total:,} words, {PROCESSES} processes"
    return Measured({"words_per_second": round(total / seconds)}, [size])


def measure_size(folder: Path) -> Measured:
    """``model_mb``: the network's file, in MB of 1,000,000 bytes; ``folder_mb``: all that is shipped beside it too.

    A reader without such a file (the first one) has its weights in several: their folder counts for both.
    """
    whole = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    network = folder / "reader" / "reader.onnx"
    model = network.stat().st_size if network.is_file() else whole
    return Measured({"model_mb": round(model / 1e6, 1), "folder_mb": round(whole / 1e6, 1)})


def peak_mb() -> float:
    """This process's greatest resident memory so far, in MB of 1,048,576 bytes.

    Linux says it of the program itself; ``getrusage`` would also count what the parent held when it started this one.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def measure_memory(folder: Path) -> Measured:
    """``memory_mb``: the peak of a fresh process that loads the reader and reads 50 whole texts, alone in it."""
    command = [sys.executable, "-m", "benchmarks.reader_costs", str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Measured({"memory_mb": round(float(done.stdout), 1)})


def measure(folder: Path, sample: int | None) -> Measured:
    """All three; a sample is read as so many times 200 words."""
    measured = measure_speed(folder, WORDS if sample is None else min(WORDS, 200 * sample))
    measured.add(measure_size(folder))
    measured.add(measure_memory(folder))
    return measured


def main() -> None:
    """Load the reader, read, print the peak."""
    from communique.reader import load_reader

    texts = own_texts()
    reader = load_reader(Path(sys.argv[1]))
    for _ in reader.read(texts[:: max(1, len(texts) // MEMORY_TEXTS)][:MEMORY_TEXTS]):
        pass
    print(peak_mb())


if __name__ == "__main__":
    main()
