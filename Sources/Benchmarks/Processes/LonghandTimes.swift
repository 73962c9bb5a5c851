import Foundation

/// How long `longhand` takes, as its user has to wait for it: from the start of the process to its end.
struct LonghandTimes {
  private let builds: BuildFolder

  init(_ builds: BuildFolder) { self.builds = builds }

  /// The lessons that train: the whole run, the training in it, and what is left.
  func lessons(starts: Int) throws(Fault) -> [Figure] {
    var figures: [Figure] = []
    for lesson in try builds.lessons() {
      guard let first = try trainingRun(lesson) else { continue }
      var runs = [first]
      while runs.count < starts, let run = try trainingRun(lesson) { runs.append(run) }
      let metrics = [
        ("run", runs.map(\.whole)), ("training", runs.map(\.training)),
        ("rest", runs.map { $0.whole - $0.training }),
      ]
      let name = lesson.deletingPathExtension().lastPathComponent
      figures += metrics.map { Figure("lessons", name, $0, Samples($1), scale: 1, unit: "ms") }
    }
    return figures
  }

  /// What the least takes that can be asked for: the version, and the shortest lesson.
  func startup(starts: Int) throws(Fault) -> [Figure] {
    let lessons = try builds.lessons()
    let sizes = lessons.map { (try? $0.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? .max }
    guard let shortest = zip(lessons, sizes).min(by: { $0.1 < $1.1 })?.0 else { return [] }
    let calls = [
      ("--version", ["--version"]),
      ("run " + shortest.deletingPathExtension().lastPathComponent, ["run", shortest.path]),
    ]
    var figures: [Figure] = []
    for (name, arguments) in calls {
      var samples = Samples()
      for _ in 0..<starts { samples.add(try ChildRun(builds.longhandPath, arguments).processorTime) }
      figures.append(Figure("startup", name, "run", samples, scale: 1000, unit: "ms"))
    }
    return figures
  }

  /// The milliseconds of a run, and those of its trainings; `nil` for a lesson that trains nothing.
  private func trainingRun(_ lesson: URL) throws(Fault) -> (whole: Double, training: Double)? {
    let run = try ChildRun(builds.longhandPath, ["run", "--timing", lesson.path], reading: .messages)
    for line in run.text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.starts(with: ["timing:", "training"]), words.last == "ms",
        let time = words.dropLast().last.flatMap({ Double($0) })
      else { continue }
      return (1000 * run.processorTime, time)
    }
    return nil
  }
}
