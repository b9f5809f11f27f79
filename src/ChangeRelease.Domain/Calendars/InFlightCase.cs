using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Work in flight: what each rule that it has run into says, at any instant of a survey that begins with the work.</summary>
internal sealed class InFlightCase(Survey survey, Duration backOut)
{
    private Instant Began => survey.Range.Start;

    public InFlightAnswer At(Instant now)
    {
        var (verdict, because) = Judge(now);
        var turn = Turns().Where(at => now < at && at < survey.Range.End).Order().Select(at => ((Instant At, InFlightVerdict To)?)(at, Judge(at).Verdict)).FirstOrDefault(turn => turn!.Value.To != verdict);
        return new InFlightAnswer(now, verdict, because, turn?.At, turn?.To);
    }

    /// <summary>The strictest that any rule of any target says, and the rules that say it.</summary>
    private (InFlightVerdict Verdict, ValueList<Occurrence> Because) Judge(Instant at)
    {
        var said = survey.Lanes.SelectMany(lane => Said(lane, at)).ToList();
        var verdict = said.Select(one => one.Verdict).DefaultIfEmpty(InFlightVerdict.GoOn).Max();
        return (verdict, Survey.Ordered(said.Where(one => one.Verdict == verdict).Select(one => one.Rule).OfType<Occurrence>()).ToValueList());
    }

    private IEnumerable<(InFlightVerdict Verdict, Occurrence? Rule)> Said(Lane lane, Instant at)
    {
        if (!lane.Covered.Contains(Began) || Freezing(lane, Began).Any())
        {
            return Freezing(lane, Began).Select(freeze => (InFlightVerdict.Overdue, (Occurrence?)freeze)).DefaultIfEmpty((InFlightVerdict.Overdue, null));
        }

        var ended = lane.Covered.Contains(at) ? [] : OpenAtStart(lane).Select(window => (Says(window, window.Span.End, at), (Occurrence?)window));
        var frozen = Freezing(lane, at).Select(freeze => (Says(freeze, freeze.Span.Start, at), (Occurrence?)freeze));
        return ended.Concat(frozen).Concat(Aborted(lane, at));
    }

    /// <summary>Whose contract asks for an abort so that the back-out is over before what is coming.</summary>
    private IEnumerable<(InFlightVerdict Verdict, Occurrence? Rule)> Aborted(Lane lane, Instant at)
    {
        var freezes = lane.Freezes.Where(freeze => IsAhead(freeze.Span.Start, at));
        var windows = lane.Covered.Contains(at) && IsAhead(EndOfCover(lane, at), at) ? OpenAtStart(lane) : [];
        return freezes.Concat(windows).Where(rule => rule.Rule.InFlight.Kind == InFlightKind.AbortAndBackOut).Select(rule => (InFlightVerdict.BackOut, (Occurrence?)rule));
    }

    private bool IsAhead(Instant bound, Instant at) => bound - backOut <= at && at < bound && bound < survey.Range.End;

    private static Instant EndOfCover(Lane lane, Instant at) => lane.Covered.First(slot => slot.Contains(at)).End;

    private static IEnumerable<Occurrence> Freezing(Lane lane, Instant at) => lane.Freezes.Where(freeze => freeze.Span.Contains(at));

    private IEnumerable<Occurrence> OpenAtStart(Lane lane) => lane.Windows.Where(window => window.Span.Contains(Began));

    private static InFlightVerdict Says(Occurrence rule, Instant bound, Instant at) => rule.Rule.InFlight switch
    {
        { Kind: InFlightKind.MayOverrun, Most: var most } => most is null || at < bound + most ? InFlightVerdict.GoOn : InFlightVerdict.Overdue,
        { Kind: InFlightKind.StopAtStageBoundary } => InFlightVerdict.StopAtStageBoundary,
        { Kind: InFlightKind.AbortAndBackOut } => InFlightVerdict.BackOut,
        _ => InFlightVerdict.Overdue,
    };

    /// <summary>Every instant at which a verdict may turn.</summary>
    private IEnumerable<Instant> Turns() => survey.Lanes
        .SelectMany(lane => lane.Covered.SelectMany(Edges)
            .Concat(lane.Freezes.SelectMany(freeze => Edges(freeze.Span)))
            .Concat(OpenAtStart(lane).Select(window => window.Span.End + (window.Rule.InFlight.Most ?? Duration.Zero)))
            .Concat(lane.Freezes.Select(freeze => freeze.Span.Start + (freeze.Rule.InFlight.Most ?? Duration.Zero))))
        .SelectMany(at => new[] { at, Earlier(at) })
        .Distinct();

    private static IEnumerable<Instant> Edges(Slot slot) => [slot.Start, slot.End];

    private Instant Earlier(Instant at) => at - Instant.MinValue > backOut ? at - backOut : at;
}
