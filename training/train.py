"""Makes the attribution model of Onrecord from PolNeAR. `python training/train.py --help`; see README.md."""
import argparse
import os
import subprocess

from onrecord_training import distil, teach, write

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
    p.add_argument("--name", default="student", help="of the student, for its file")
    p.add_argument("--seed", type=int, default=1, help="of the student")
    p.add_argument("--width", type=int, default=192)
    p.add_argument("--stack", default="rrrr", help="layers of the student, see student.py")
    p.add_argument("--size", type=int, default=distil.BASE, help="numbers a word piece")
    p.add_argument("--steps", type=int, default=6000)
    p.add_argument("--seconds", type=float, default=1e9, help="end the student's training by then all the same")
    p.add_argument("--student-budget", type=int, default=12000, help="tokens a batch")
    p.add_argument("--student-rate", type=float, default=3e-3)
    p.add_argument("--hard", type=float, default=0.3, help="weight of the annotators against the teachers")
    p.add_argument("--dropout", type=float, default=0.1)
    p.add_argument("--copies-used", type=int, default=8, help="altered copies; -1 for no teacher at all")
    p.add_argument("--share", type=int, default=100, help="%% of the articles, for the learning curve")
    p.add_argument("--keep-out", action="store_true", help="train on nine tenths of train, to tune on the rest")
    p.add_argument("--watch", action="store_true", help="print figures on dev along the way")
    p.add_argument("--model", default=os.path.join(HERE, "../server/src/attribution/model/weights.json"))
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
    if options.stage in ("all", "distil"):
        distil.student(options)
    if options.stage in ("all", "write"):
        write.write(options)
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
