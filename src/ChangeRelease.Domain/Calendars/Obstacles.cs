using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Tells, stretch by stretch, what is in the way of a slot.</summary>
internal sealed class Obstacles(FreeTime free, Effort effort)
{
    private readonly OccurrenceSweep _freezes = new(free.Survey.Freezes);
    private readonly OccurrenceSweep _full = new(free.Filled);
    private readonly ILookup<Instant, Occurrence> _windowsByStart = free.Survey.Windows.ToLookup(window => window.Span.Start);
    private readonly ILookup<Instant, Occurrence> _freezesByStart = free.Survey.Freezes.ToLookup(freeze => freeze.Binding.Start);

    public ValueList<Obstacle> Before(Slot range)
    {
        var scope = SlotSet.Of(range);
        IEnumerable<Obstacle> all =
        [
            .. scope.Intersect(free.NotAcceptable).Select(NotAcceptable),
            .. scope.Intersect(free.Frozen).Select(Frozen),
            .. scope.Intersect(free.Closed).Select(Closed),
            .. scope.Intersect(free.Full).Select(Full),
            .. scope.Intersect(free.Available).Select(TooShort),
        ];
        return all.OrderBy(obstacle => obstacle.Span.Start).ToValueList();
    }

    private static string When(Instant instant, Occurrence? known)
    {
        var local = known switch
        {
            null => null,
            _ when known.Binding.Start == instant || known.Span.End == instant => known.OnItsClock(instant),
            _ => null,
        };
        return local ?? instant.ToText();
    }

    private string AtBound(Slot span) => span.End == free.Survey.Range.End ? ", where the search ends" : string.Empty;

    private Obstacle NotAcceptable(Slot span) => new(
        ObstacleKind.NotAcceptable,
        span,
        [],
        $"Outside the acceptable times until {span.End.ToText()}.");

    private Obstacle Frozen(Slot span)
    {
        var freezes = _freezes.Overlapping(span);
        var told = string.Join("; ", freezes.Select(freeze => $"{freeze}{RunwayOf(freeze, span)}{ReasonOf(freeze)}"));
        return new Obstacle(ObstacleKind.Frozen, span, freezes.ToValueList(), $"Frozen by {told}.");
    }

    private static string RunwayOf(Occurrence freeze, Slot span) =>
        freeze.Span.Start <= span.Start ? string.Empty : $", before which work must be over for {freeze.Rule.RunwayBefore.ToText()}";

    private static string ReasonOf(Occurrence occurrence) => occurrence.Rule is Freeze { Reason.Length: > 0 } freeze ? $" ({freeze.Reason})" : string.Empty;

    private Obstacle Closed(Slot span)
    {
        var openers = _windowsByStart[span.End].ToValueList();
        var turn = openers.Count > 0 ? openers[0] : _freezesByStart[span.End].FirstOrDefault();
        var next = turn is null ? string.Empty : $", when {turn.Beginning} {(turn.Rule is Freeze ? "begins" : "opens")}";
        var why = free.Survey.Windows.Count == 0 && free.Survey.TargetsWithoutWindow.Count > 0 ? "Closed by default" : "Outside every window";
        return new Obstacle(ObstacleKind.Closed, span, openers, $"{why} until {When(span.End, turn)}{next}{AtBound(span)}.");
    }

    private Obstacle Full(Slot span)
    {
        var filled = _full.Overlapping(span);
        var told = string.Join("; ", free.Places.Of(filled));
        return new Obstacle(ObstacleKind.Full, span, filled.ToValueList(), $"Full: {told}.");
    }

    private Obstacle TooShort(Slot span)
    {
        var enders = Survey.Ordered(free.Survey.Lanes.SelectMany(lane => lane.ClosersAt(span.End))).ToValueList();
        var end = enders.Count > 0 ? enders[0] : null;
        var why = end switch
        {
            { Rule: Freeze } => $", when {end.Beginning} begins",
            null => string.Empty,
            _ => $", when the {end.Rule.Called} ends",
        };
        return new Obstacle(
            ObstacleKind.TooShort,
            span,
            enders,
            $"Free for only {span.Length.ToText()}, until {When(span.End, end)}{why}{AtBound(span)}; {effort} is needed.");
    }
}
