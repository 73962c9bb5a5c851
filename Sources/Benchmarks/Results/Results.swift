/// What several starts of programs gave.
struct Results {
  /// The figures, in the order in which they first came.
  let figures: [Figure]
  /// The checks of all starts.
  let checks: [Check]

  init(_ rows: [Row]) {
    var order: [Figure] = []
    var groups: [[Figure]] = []
    var checks: [Check] = []
    for row in rows {
      switch row {
      case .check(let check): checks.append(check)
      case .figure(let figure):
        if let index = order.firstIndex(where: figure.isSame) {
          groups[index].append(figure)
        } else {
          order.append(figure)
          groups.append([figure])
        }
      }
    }
    figures = zip(order, groups).map { $1.count > 1 ? $0.combined(with: $1) : $0 }
    self.checks = checks
  }

  /// The figures of each workload, in the order in which the workloads first came.
  var figuresOfWorkloads: [(name: String, figures: [Figure])] {
    var seen: Set<String> = []
    return figures.map(\.workload).filter { seen.insert($0).inserted }.map { name in
      (name, figures.filter { $0.workload == name })
    }
  }

  /// The checks, each once for a program and its variant, and the figures.
  var rows: [Row] {
    var seen: Set<String> = []
    let firstChecks = checks.filter { seen.insert("\($0.peer)/\($0.variant)").inserted }
    return firstChecks.map { .check($0) } + figures.map { .figure($0) }
  }
}

/// Results beside those of a reference program.
struct Comparison {
  let reference: Results
  let own: Results

  /// The figure's median in terms of that of the reference's first variant.
  func ratio(of figure: Figure) -> Double? {
    let other = reference.figures.first {
      ($0.workload, $0.metric, $0.unit) == (figure.workload, figure.metric, figure.unit)
    }
    return other.map { figure.median / $0.median }
  }

  /// In what the checks differ from the reference's, each difference once.
  var differences: [String] {
    guard let expected = reference.checks.first else { return ["the reference gives no numbers to check"] }
    var seen: Set<String> = []
    return (own.checks + reference.checks.dropFirst()).flatMap { $0.differences(from: expected) }
      .filter { seen.insert($0).inserted }
  }
}
