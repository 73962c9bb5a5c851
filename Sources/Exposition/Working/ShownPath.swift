import Algebra
import Engine
import PrintedNumbers
import Transcript

/// A path as it is shown: a long one from where it begins to where it ends, with the places where it parts from others.
struct ShownPath {
  /// Its values; for each gap of two and more stands how many are left out there.
  package private(set) var stops: [Formula] = []
  /// The derivatives of its links, those of a gap as one; a factor of 1 from a plain sum is left out.
  package private(set) var factors: [Number] = []
  /// Whether it has a gap.
  private(set) var isShortened = false

  /// A path of more values is shortened.
  private static let maxStops = 16
  /// As many are shown at each end of one that is.
  private static let endStops = 3

  /// How `path` is shown, so that it does not look like another of `paths`.
  init(_ path: Paths.Path, among paths: [Paths.Path]) {
    let stops = path.stops
    var places = ShownPath.places(of: path, among: paths)
    let gaps = zip(places, places.dropFirst()).map { path.links[$0..<$1].reduce(1) { $0 * $1.value } }
    // What would be too large for a number, taken for itself, is not put together.
    if !gaps.allSatisfy(\.isFinite) { places = Array(stops.indices) }
    self.stops.append(stops[0])
    for (place, next) in zip(places, places.dropFirst()) {
      let count = next - place - 1
      if count > 0 {
        isShortened = true
        self.stops.append(.name(Name("… \(count) more …", ascii: "... \(count) more ...")))
      }
      self.stops.append(stops[next])
      let links = path.links[place..<next]
      if !links.allSatisfy(\.isOne) { factors.append(Number(productOf: links.map(\.number))) }
    }
  }

  /// The places of the values that are shown.
  private static func places(of path: Paths.Path, among paths: [Paths.Path]) -> [Int] {
    let stops = path.stops
    let last = stops.count - 1
    guard stops.count > maxStops else { return Array(stops.indices) }
    var shown = Set(0..<endStops).union((last - endStops + 1)...last)
    for other in paths {
      let others = other.stops
      let parting = stops.indices.first { $0 >= others.count || stops[$0] != others[$0] }
      if let parting { shown.insert(parting) }
    }
    // A gap of one value would say no less with it.
    return stops.indices.filter { shown.contains($0) || (shown.contains($0 - 1) && shown.contains($0 + 1)) }
  }
}

extension Paths.Path {
  /// The values on the path, from the output to the input.
  fileprivate var stops: [Formula] { [output] + links.map { .name($0.name) } }
}
