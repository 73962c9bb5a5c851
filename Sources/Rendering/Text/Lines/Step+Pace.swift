internal import Transcript

extension Step {
  /// At which beats the lines of a step are shown.
  struct Pace: Equatable, Sendable {
    /// Whether all of it is shown at once.
    var isAtOnce = false
    /// Of each line, whether it is shown at once; none where that is left out.
    var linesAtOnce: [Bool] = []

    /// Whether a picture is shown with the words above it, where a window has room for both.
    var joinsPictures = false

    /// Whether each line is shown at beats of its own.
    var isEveryBeat: Bool { !isAtOnce && !joinsPictures && !linesAtOnce.contains(true) }

    func isAtOnce(line index: Int) -> Bool { linesAtOnce.indices.contains(index) && linesAtOnce[index] }
  }
}
