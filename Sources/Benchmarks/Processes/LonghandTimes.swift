import Foundation

/// How long `longhand` takes, as its user has to wait for it: from the start of the process to its end.
struct LonghandTimes {
  private let builds: BuildFolder

  init(_ builds: BuildFolder) { self.builds = builds }

  /// The lessons that train: the whole run, the training in it, and what is left.
  func lessons(starts: Int) throws(Fault) -> [Figure] {
    var figures: [Figure] = []
    for path in try builds.lessons() {
      guard let first = try trainingRun(path) else { continue }
      var runs = [first]
      while runs.count < starts, let run = try trainingRun(path) { runs.append(run) }
      let name = URL(filePath: path).deletingPathExtension().lastPathComponent
      let metrics: [(String, [Double])] = [
        ("run", runs.map(\.whole)), ("training", runs.map(\.training)),
        ("rest", runs.map { $0.whole - $0.training }),
      ]
      figures += metrics.map { Figure("lessons", name, $0, Samples($1), scale: 1, unit: "ms") }
    }
    return figures
  }

  /// What the least takes that can be asked for: the version, and the shortest lesson.
  func startup(starts: Int) throws(Fault) -> [Figure] {
    let lessons = try builds.lessons()
    let sizes = lessons.map { path in
      (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? .max
    }
    guard let shortest = zip(lessons, sizes).min(by: { $0.1 < $1.1 })?.0 else { return [] }
    var figures: [Figure] = []
    for arguments in [["--version"], ["run", shortest]] {
      var samples = Samples()
      for _ in 0..<starts { samples.add(try ChildRun(builds.longhandPath, arguments).processorTime) }
      let variant = arguments.map { URL(filePath: $0).deletingPathExtension().lastPathComponent }
      figures.append(
        Figure("startup", variant.joined(separator: " "), "run", samples, scale: 1000, unit: "ms"))
    }
    return figures
  }

  /// The milliseconds of a run, and those of its trainings; `nil` for a lesson that trains nothing.
  private func trainingRun(_ path: String) throws(Fault) -> (whole: Double, training: Double)? {
    let run = try ChildRun(builds.longhandPath, ["run", "--timing", path], reading: .messages)
    for line in run.text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.first == "training", words.last == "ms",
        let time = words.dropLast().last.flatMap({ Double($0) })
      else { continue }
      return (1000 * run.processorTime, time)
    }
    return nil
  }
}
