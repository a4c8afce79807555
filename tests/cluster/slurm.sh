#!/bin/sh
# A Slurm cluster of this one machine, for as long as this takes: the sweep of docs/sweeps.md as a job array, a task of it killed in
# the middle and submitted again, and the merged table held against that of one process, byte for byte.
#   slurm.sh TOOL        as root, with Debian's slurmctld, slurmd, slurm-client and munge. TOOL is the command line tool.
set -eu
tool=$(realpath "$1")
here=$(mktemp -d /tmp/reprise-slurm.XXXXXX)
host=$(hostname -s)
cores=$(nproc)
export SLURM_CONF="$here/slurm.conf"

stop() {
  for name in slurmd slurmctld munged; do
    [ ! -s "$here/$name.pid" ] || kill "$(cat "$here/$name.pid")" 2>/dev/null || :
  done
  sleep 1
  if [ "${kept-}" ]; then echo "its logs: $here"; else rm -rf "$here"; fi
}
trap stop EXIT
fail() { kept=yes; echo "slurm: $*" >&2; exit 1; }

# until_true SECONDS WHAT COMMAND...: asks five times a second, since a task is to be met in the middle.
until_true() {
  left=$(($1 * 5)) what=$2
  shift 2
  until "$@"; do
    left=$((left - 1))
    [ $left -gt 0 ] || fail "waited in vain until $what"
    sleep 0.2
  done
}

# A key and a socket of its own, so that a cluster that may run here already is left alone.
chmod 755 "$here"
dd if=/dev/urandom of="$here/key" bs=1024 count=1 2>/dev/null
chmod 400 "$here/key"
munged --force --key-file="$here/key" --socket="$here/munge" --pid-file="$here/munged.pid" --log-file="$here/munged.log" \
  --seed-file="$here/seed"

cat >"$SLURM_CONF" <<END
ClusterName=one
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=16817
SlurmdPort=16818
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$here/munge
StateSaveLocation=$here/state
SlurmdSpoolDir=$here/spool
SlurmctldPidFile=$here/slurmctld.pid
SlurmdPidFile=$here/slurmd.pid
SlurmctldLogFile=$here/slurmctld.log
SlurmdLogFile=$here/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=$cores State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
END
mkdir "$here/state" "$here/spool" "$here/work"
slurmctld
slurmd
until_true 60 'the machine is idle' sh -c 'sinfo --noheader --format=%t | grep -qx idle'
echo "a cluster of $host with $cores cores"

cd "$here/work"
cat >small.json <<'END'
{"task": {"kind": "two_points"}, "network": {"width": 60, "hidden_layers": 12}, "training": {"epochs": 6000}, "observe": {"every": 20}}
END
sweep='sweep small.json --over gain=0.9:1.6:4 --over seed=1:4'
cat >job.sh <<END
#!/bin/sh
#SBATCH --array=1-4
#SBATCH --cpus-per-task=1
#SBATCH --output=task-%a.log
"$tool" $sweep \\
        --shard "\$SLURM_ARRAY_TASK_ID/\$SLURM_ARRAY_TASK_COUNT" --jobs "\$SLURM_CPUS_PER_TASK" \\
        --out "gains-\$SLURM_ARRAY_TASK_ID"
END

runs_of() { find "gains-$1/runs" -name '*.json' 2>/dev/null | wc -l; }
one_run_there() { [ "$(runs_of 1)" -ge 1 ]; }
queue_empty() { [ -z "$(squeue --noheader)" ]; }

job=$(sbatch --parsable job.sh)
until_true 300 'the first task has one run' one_run_there
scancel --signal=KILL --full "${job}_1"
until_true 600 'all tasks have ended' queue_empty
made=$(runs_of 1)
[ "$made" -lt 4 ] || fail "task 1 had all of its runs before it was killed"
echo "task 1 killed with $made of its 4 runs; the others ended"

# As docs/sweeps.md says: the same call again.
before=$(cd gains-1/runs && for run in *.json; do stat -c '%n %Y %s' "$run"; done)
sbatch --parsable --array=1-4 job.sh >/dev/null
until_true 600 'all tasks have ended' queue_empty
for task in 1 2 3 4; do [ "$(runs_of $task)" = 4 ] || fail "task $task has $(runs_of $task) runs: $(cat task-$task.log)"; done
echo "$before" | while read -r name time size; do
  [ "$(stat -c '%n %Y %s' "gains-1/runs/$name")" = "gains-1/runs/$name $time $size" ] || fail "$name was made again"
done
"$tool" merge gains-1 gains-2 gains-3 gains-4 --out gains
# shellcheck disable=SC2086 # options
"$tool" $sweep --out whole >/dev/null
cmp gains/results.csv whole/results.csv || fail 'the merged table is another than that of one process'
echo "merged: $(wc -l <gains/results.csv) lines, the same bytes as one process's"
