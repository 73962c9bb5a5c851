/// One of the workloads that all programs share.
enum Workload {
  case w1
  case w2
  case w3(operationCount: Int)

  /// The words by which programs are asked for it.
  var arguments: [String] {
    switch self {
    case .w1: ["w1"]
    case .w2: ["w2"]
    case .w3(let operationCount): ["w3", "\(operationCount)"]
    }
  }

  /// What rows call it.
  var name: String {
    switch self {
    case .w1: "W1"
    case .w2: "W2"
    case .w3(let operationCount): "W3-\(operationCount)"
    }
  }

  /// In which modes it can be measured.
  var modes: [Mode] {
    switch self {
    case .w1, .w3: [.recorded, .replayed]
    case .w2: [.recorded, .replayed, .lanes]
    }
  }

  /// Measures it, in this process.
  func rows(_ mode: Mode) -> [Row] {
    switch self {
    case .w1:
      return mode == .recorded
        ? W1.descent.rows(name, mode, RecordedW1(), "ns") : W1.descent.rows(name, mode, ReplayedW1(), "ns")
    case .w2:
      let workload = W2()
      return mode == .recorded
        ? workload.descent.rows(name, mode, RecordedW2(workload), "us")
        : workload.descent.rows(name, mode, ReplayedW2(workload, isWide: mode == .lanes), "us")
    case .w3(let operationCount):
      let workload = W3(operationCount: operationCount)
      return mode == .recorded
        ? workload.rows(name, mode, RecordedW3(workload)) : workload.rows(name, mode, ReplayedW3(workload))
    }
  }
}
