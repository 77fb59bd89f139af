"""Makes the attribution model of Onrecord from PolNeAR. `python training/train.py --help`; see README.md."""
import argparse
import os
import subprocess

from onrecord_training import teach

HERE = os.path.dirname(os.path.abspath(__file__))


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--polnear", default=os.path.join(HERE, "../../shared/data/polnear"), help="folder with train/ and dev/")
    p.add_argument("--teacher", required=True, help="folder of the MPNet checkpoint (model.safetensors, tokenizer.json)")
    p.add_argument("--work", default=os.path.join(HERE, "out"), help="where intermediate files go")
    p.add_argument("--tokens", default=None, help="where the exported tokens are (default: the work folder)")
    p.add_argument("--stage", default="all", choices=("all", "tokens", "teach", "job", "gather", "distil", "write"))
    p.add_argument("--folds", type=int, default=5)
    p.add_argument("--seeds", type=int, default=2, help="teachers a fold")
    p.add_argument("--copies", type=int, default=8, help="altered copies of train that the teachers label")
    p.add_argument("--epochs", type=int, default=4, help="of a teacher")
    p.add_argument("--budget", type=int, default=4096, help="word pieces a batch")
    p.add_argument("--rate", type=float, default=5e-5)
    p.add_argument("--shares", type=int, nargs="*", default=[12, 25, 50, 100], help="learning curve: %% of train")
    p.add_argument("--parallel", type=int, default=1, help="teachers trained at a time")
    p.add_argument("--deadline", type=float, default=1e9, help="seconds after which unfinished teachers are left out")
    p.add_argument("--layers", type=int, default=0, help="keep only the teacher's first layers (0: all)")
    p.add_argument("--limit", type=int, default=0, help="blocks a teacher sees, to try things out (0: all)")
    p.add_argument("--job", default="", help=argparse.SUPPRESS)
    return p.parse_args()


def main():
    options = arguments()
    options.tokens = options.tokens or options.work
    os.makedirs(options.work, exist_ok=True)
    if options.stage in ("all", "tokens"):
        export(options)
    if options.stage in ("all", "teach"):
        teach.all_jobs(options)
    if options.stage == "job":
        teach.one(options)


def export(options):
    for part in ("train", "dev"):
        with open(os.path.join(options.tokens, part + ".jsonl"), "w", encoding="utf8") as out:
            subprocess.run(
                ["npx", "tsx", os.path.join(HERE, "export.ts"), os.path.join(os.path.abspath(options.polnear), part)],
                cwd=os.path.join(HERE, ".."), stdout=out, check=True,
            )


if __name__ == "__main__":
    main()
