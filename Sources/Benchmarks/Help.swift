/// What `--help` prints.
enum Help {
  static let text = """
    Usage: Benchmarks [SUBJECT…] [OPTION…]

    Measures processor time, each measurement in a process of its own. It does not hold itself on one core; on Linux,
    call it so, and all that it starts stays on that core too:

      swift build -c release
      taskset -c 1 .build/release/Benchmarks

    Subjects; without any, all of them:
      w1         a network of 2, 2 and 2 neurons on one example: an epoch
      w2         a network of 2, 8, 8 and 1 neurons on 400 points: an epoch
      w3 N       a chain of N operations: an operation, recorded and swept
      lessons    the lessons that train: the whole run, the training, and the rest
      startup    longhand --version, and longhand run of the shortest lesson
      memory     the bytes that an operation takes on a tape of 10^6 and of 10^7

    Modes of w1, w2 and w3:
      recorded   recorded anew for each epoch (w1), each point (w2), each time (w3)
      replayed   recorded once and compiled, one row at a time
      lanes      the same with eight rows side by side (w2)

    Options:
      --reference PATH   Start that program in turn with this one, as PATH w1, PATH w2 and PATH w3 N; it prints the
                         rows that --json prints. Shows each median in terms of the first one of its own, and ends
                         with 1 where the numbers that both work out differ by more than 1e-10.
      --starts N         Start each program N times: else 9 times with a reference and once without, lessons 5
                         times, startup 20 times.
      --mode MODE        Measure one workload in one mode, in this process.
      --json             Print a JSON object a line.
      -h, --help         Print this.
    """
}
