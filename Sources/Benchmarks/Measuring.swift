/// Measures what a call asks for, and prints it.
struct Measuring {
  private let call: Call
  private let builds: BuildFolder

  init(_ call: Call) throws(Fault) {
    self.call = call
    builds = try BuildFolder()
  }

  /// Measures one subject after the other.
  ///
  /// - Throws: when something cannot be measured; after all else, when numbers differ from the reference's.
  func run() throws(Fault) {
    var differences: [String] = []
    for (index, subject) in call.subjects.enumerated() {
      if index > 0, !call.isJSON { print() }
      switch subject {
      case .workload(let workload): differences += try measure(workload)
      case .lessons: show(try LonghandTimes(builds).lessons(starts: call.starts ?? 5))
      case .startup: show(try LonghandTimes(builds).startup(starts: call.starts ?? 20))
      case .memory: show(try memory())
      }
    }
    guard differences.isEmpty else { throw .failure(differences.joined(separator: "\n")) }
  }

  /// Measures a workload, and gives in what its numbers differ from the reference's.
  private func measure(_ workload: Workload) throws(Fault) -> [String] {
    if let mode = call.mode {
      show(Results(workload.rows(mode)))
      return []
    }
    var own: [Row] = []
    var others: [Row] = []
    // In turn, so that whatever else the machine does is spread over all of them.
    for _ in 0..<(call.starts ?? (call.reference == nil ? 1 : 9)) {
      if let reference = call.reference { others += try rows(of: reference, workload) }
      for mode in workload.modes { own += try rows(workload, mode) }
    }
    guard call.reference != nil else {
      show(Results(own))
      return []
    }
    let comparison = Comparison(reference: Results(others), own: Results(own))
    return show(comparison, of: workload)
  }

  private func rows(_ workload: Workload, _ mode: Mode) throws(Fault) -> [Row] {
    try ChildRun(builds.ownPath, workload.arguments + ["--mode", mode.rawValue, "--json"]).rows
  }

  private func rows(of reference: String, _ workload: Workload) throws(Fault) -> [Row] {
    let rows = try ChildRun(reference, workload.arguments).rows
    guard !rows.isEmpty else {
      throw .failure("`\(reference)` prints no figures of `\(workload.arguments[0])`")
    }
    return rows
  }

  /// The bytes that the tape takes for an operation, recorded and swept.
  private func memory() throws(Fault) -> [Figure] {
    var rows: [Row] = []
    for workload in Subject.longTapes { rows += try self.rows(workload, .recorded) }
    return Results(rows).figures.filter { $0.metric == "mem" }
  }

  // MARK: - Showing

  private func show(_ figures: [Figure]) { show(Results(figures.map { .figure($0) })) }

  private func show(_ results: Results) {
    if call.isJSON {
      for row in results.rows { print(row.json) }
    } else {
      for (name, figures) in results.figuresOfWorkloads { print(Table(name, figures).text, terminator: "") }
    }
  }

  /// Shows the figures with those of the reference, and gives in what the numbers differ.
  private func show(_ comparison: Comparison, of workload: Workload) -> [String] {
    let differences = comparison.differences
    if call.isJSON {
      for row in comparison.reference.rows + comparison.own.rows { print(row.json) }
    } else {
      let figures = comparison.reference.figures + comparison.own.figures
      print(Table(workload.name, figures, ratio: comparison.ratio).text, terminator: "")
      let verdict = differences.isEmpty ? "agree" : "do NOT agree"
      print("  loss0, gsum0 and lossN \(verdict) within \(Check.tolerance)")
    }
    return differences
  }
}
