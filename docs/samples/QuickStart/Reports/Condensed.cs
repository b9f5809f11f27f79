using System.Globalization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace QuickStart.Reports;

/// <summary>Obstacles of one sort, told once: how many, how long, and the first of them in full.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="Count">How many stretches of time.</param>
/// <param name="Total">How long they are together.</param>
/// <param name="First">The first of them, in the library's words.</param>
internal sealed record Condensed(ObstacleKind Kind, int Count, Duration Total, string First)
{
    public static IReadOnlyList<Condensed> Of(SlotSearch? search, Times times) =>
    [
        .. (search?.Obstacles ?? [])
            .GroupBy(Sort)
            .Select(same => new Condensed(same.Key.Kind, same.Count(), Sum(same), Told(same.First(), times))),
    ];

    public override string ToString() => Count == 1
        ? First
        : string.Create(CultureInfo.InvariantCulture, $"{Named(Kind)} {Count} times, {Total.ToText()} in all; at first: {First}");

    // Each freeze is told by itself; of everything else, one of a kind is enough.
    private static (ObstacleKind Kind, string Which) Sort(Obstacle obstacle) => (
        obstacle.Kind,
        obstacle.Kind == ObstacleKind.Frozen ? string.Join(", ", obstacle.Because.Select(freeze => freeze.Rule.Id).Distinct()) : string.Empty);

    // The library names every day of a freeze; here the whole stretch is enough.
    private static string Told(Obstacle obstacle, Times times) => obstacle.Kind == ObstacleKind.Frozen
        ? $"Frozen from {times.Short(obstacle.Span.Start)} to {times.Short(obstacle.Span.End)} by {string.Join(" and ", obstacle.Because.Select(freeze => Named(freeze.Rule)).Distinct())}."
        : obstacle.Sentence;

    private static string Named(CalendarRule rule) => rule is Freeze { Reason.Length: > 0 } freeze ? $"{freeze.Title} ({freeze.Reason})" : rule.Title;

    private static Duration Sum(IEnumerable<Obstacle> obstacles) =>
        obstacles.Aggregate(Duration.Zero, (sum, obstacle) => sum + obstacle.Span.Length);

    private static string Named(ObstacleKind kind) => kind switch
    {
        ObstacleKind.NotAcceptable => "Not acceptable",
        ObstacleKind.TooShort => "Too short",
        _ => kind.ToString(),
    };
}
