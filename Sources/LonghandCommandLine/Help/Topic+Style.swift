import LessonStyle
import PlainText

extension Topic {
  /// `longhand help style`
  static let style = Topic(
    name: "style", summary: "The rules of style that `longhand check --style` holds lessons to."
  ) { request in
    let width = min(request.display.width, 80)
    let about = """
      What a machine can hold of how a lesson reads. `longhand check --style` tells what breaks these rules, each with its \
      place; nothing of it keeps a lesson from running.
      """
    let rows = StyleRule.all.map { ($0.name, $0.summary) }
    return (wrapped(about, width: width) + [""] + WordColumn.lines(of: rows, width: width))
      .map { $0 + "\n" }.joined()
  }
}
