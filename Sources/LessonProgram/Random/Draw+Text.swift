import Algebra
import PrintedNumbers

extension Draw {
  /// What is drawn from, as calc writes it: `normal(0, 0.5)`.
  package var text: String {
    let numbers = parameters.map {
      NumberStyle(decimals: 12, shortening: .rounded).number($0).text ?? "\($0)"
    }
    return "\(distribution.rawValue)(\(numbers.joined(separator: ", ")))"
  }
}
