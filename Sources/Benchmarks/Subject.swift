/// Something that can be measured.
enum Subject {
  case workload(Workload)
  /// What lessons take that train.
  case lessons
  /// What the start of the program takes.
  case startup
  /// What memory a long tape takes.
  case memory

  /// All of them, in the order of a run without words.
  static let all: [Subject] = [
    .workload(.w1), .workload(.w2), .workload(.w3(operationCount: 1_000_000)), .lessons, .startup, .memory,
  ]

  /// The workloads whose memory is measured.
  static let longTapes = [1_000_000, 10_000_000].map { Workload.w3(operationCount: $0) }
}
