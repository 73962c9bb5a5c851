/// Indices of steps, those that follow each other told together.
public struct IndexSpans {
  /// The spans, in order.
  public let spans: [ClosedRange<Int>]

  /// The spans of indices that ascend.
  public init(_ indices: [Int]) {
    spans = indices.reduce(into: []) { spans, index in
      if let last = spans.last, last.upperBound + 1 == index {
        spans[spans.count - 1] = last.lowerBound...index
      } else {
        spans.append(index...index)
      }
    }
  }

  /// As many are told.
  private static let maxListed = 6

  /// `steps 3 to 8, 12 and 14`, counted from 1.
  public var text: String {
    let told = spans.prefix(Self.maxListed).map {
      $0.count == 1 ? "\($0.lowerBound + 1)" : "\($0.lowerBound + 1) to \($0.upperBound + 1)"
    }
    let isOne = spans.count == 1 && spans[0].count == 1
    let more = spans.count > told.count ? ", and others" : ""
    return (isOne ? "step " : "steps ") + told.joined(separator: ", ") + more
  }
}
