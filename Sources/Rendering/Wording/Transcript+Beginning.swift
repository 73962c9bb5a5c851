internal import Prose
internal import Transcript

extension Transcript {
  /// Whether the first thing that is seen is a heading, so that none need be put above it.
  var beginsWithHeading: Bool {
    for part in parts {
      switch part {
      case .prose(.heading): return true
      case .step(let step) where step.lines.isEmpty: continue
      default: return false
      }
    }
    return false
  }
}
