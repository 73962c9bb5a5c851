import Testing

@testable import Exposition

@Suite struct PathCountTests {
  @Test func `counts are exact beyond 64 bits`() {
    var count = PathCount(1)
    var expected = [1, 2, 4, 8].map { PathCount($0) }
    for _ in 0..<200 { count += count }
    #expect(
      count.description
        == "1,606,938,044,258,990,275,541,962,092,341,162,602,522,202,993,782,792,835,301,376")
    #expect(count.small == nil)
    expected[0] += expected[3]
    #expect(expected[0] == PathCount(9))
    #expect(PathCount(1_234_567).description == "1,234,567")
    #expect((count - PathCount(7)).description.hasSuffix("301,369"))
  }
}
