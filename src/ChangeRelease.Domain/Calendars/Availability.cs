using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The answer to "open?": open or not, because of which rules, until when, and what comes next (S-46).</summary>
public sealed record Availability
{
    private Availability(Survey survey, Turn? opening, Turn? closing)
    {
        (At, SearchedUntil) = (survey.Range.Start, survey.Range.End);
        IsOpen = survey.Lanes.All(lane => lane.Open.Contains(At));
        Because = BecauseOf(survey, IsOpen, At).ToValueList();
        WithoutWindow = survey.TargetsWithoutWindow;
        (NextOpening, NextClosing) = (opening, closing);
        Notes = survey.NotesOn(IsMentioned);
    }

    /// <summary>The instant that was asked about, cut to the microsecond.</summary>
    public Instant At { get; }

    /// <summary>Whether every target is open then.</summary>
    public bool IsOpen { get; }

    /// <summary>
    /// What says so: when open, the windows; when closed, the freezes in force on the targets that are closed.
    /// Empty when it is closed only because no window is open, or when the default decides: see <see cref="WithoutWindow"/>.
    /// </summary>
    public ValueList<Occurrence> Because { get; }

    /// <summary>The targets that no window rule is about, so that the declared default decides unless a freeze does.</summary>
    public ValueList<Target> WithoutWindow { get; }

    /// <summary>When the present state ends; null when not before <see cref="SearchedUntil"/>. Its cause is that of the next opening or closing.</summary>
    public Instant? Until => (IsOpen ? NextClosing : NextOpening)?.At;

    /// <summary>The next instant at which every target is open after some was not; null when none comes before <see cref="SearchedUntil"/>.</summary>
    public Turn? NextOpening { get; }

    /// <summary>The next instant at which some target is not open after all were; null when none comes before <see cref="SearchedUntil"/>.</summary>
    public Turn? NextClosing { get; }

    /// <summary>How far was looked; nothing is said about this instant and later ones (S-44).</summary>
    public Instant SearchedUntil { get; }

    /// <summary>Clock changes that move what holds now or what comes next (S-43).</summary>
    public ValueList<ClockNote> Notes { get; }

    internal bool IsComplete => NextOpening is not null && NextClosing is not null;

    internal static Availability Of(Survey survey)
    {
        var open = survey.Open;
        var isOpen = open.Contains(survey.Range.Start);
        var opening = open.Skip(isOpen ? 1 : 0).FirstOrDefault();
        var closing = isOpen || opening is not null ? open[0] : null;
        return new Availability(
            survey,
            opening is null ? null : TurnAt(survey, opening.Start, (lane, at) => lane.OpenersAt(at)),
            closing is null || closing.End == survey.Range.End ? null : TurnAt(survey, closing.End, (lane, at) => lane.ClosersAt(at)));
    }

    private static Turn TurnAt(Survey survey, Instant at, Func<Lane, Instant, IEnumerable<Occurrence>> causes) =>
        new(at, Survey.Ordered(survey.Lanes.SelectMany(lane => causes(lane, at))).ToValueList());

    private static IEnumerable<Occurrence> BecauseOf(Survey survey, bool isOpen, Instant at) =>
        Survey.Ordered(survey.Lanes.Where(lane => isOpen || lane.Frozen.Contains(at)).SelectMany(lane => lane.InForceAt(at)));

    private bool IsMentioned(Slot extent) => new[] { At, NextOpening?.At, NextClosing?.At }
        .Any(instant => extent.Start <= instant && instant <= extent.End);
}
