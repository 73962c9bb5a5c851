internal import Algebra
internal import PlainText
internal import Transcript

extension TextArea {
  /// A path through the network, from the output back.
  func lines(ofPath number: Int?, _ stops: [Formula]) -> [TextLine] {
    let arrow = alphabet.sign(.becomes)
    let links = stops.enumerated().map { index, stop in
      index == 0 ? head(ofPath: number) + fragments(stop).joined() : " \(arrow) \(fragments(stop).joined())"
    }
    return filled(links, width: width, hanging: namesColumn(ofPath: number) + 2).map { TextLine($0) }
  }

  /// The column in which the names begin.
  func namesColumn(ofPath number: Int?) -> Int { head(ofPath: number).count }

  private func head(ofPath number: Int?) -> String { (number.map { "\($0)" } ?? "…") + "  " }
}
