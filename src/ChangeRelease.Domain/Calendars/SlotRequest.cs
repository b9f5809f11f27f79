using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What slot is looked for, and where (S-46, S-47).</summary>
public sealed record SlotRequest
{
    /// <summary>Takes the request.</summary>
    /// <param name="question">For which targets and classes.</param>
    /// <param name="effort">How much time the slot must hold.</param>
    /// <param name="notBefore">The earliest start; cut to the microsecond.</param>
    /// <param name="until">The bound of the search: the slot ends by then; cut to the microsecond.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="until"/> is not later than <paramref name="notBefore"/>.</exception>
    public SlotRequest(CalendarQuestion question, Effort effort, Instant notBefore, Instant until)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(effort);
        (Question, Effort, Range) = (question, effort, new Slot(notBefore, until));
    }

    /// <summary>For which targets and classes.</summary>
    public CalendarQuestion Question { get; }

    /// <summary>How much time the slot must hold.</summary>
    public Effort Effort { get; }

    /// <summary>The earliest start.</summary>
    public Instant NotBefore => Range.Start;

    /// <summary>The bound of the search: the slot ends by then.</summary>
    public Instant Until => Range.End;

    /// <summary>The acceptable times: the slot lies within them; empty when any time is acceptable.</summary>
    public ValueList<Slot> Within { get; init; } = [];

    /// <summary>The slots of other holders; each takes one place in every window occurrence that it overlaps.</summary>
    public ValueList<Holding> Taken { get; init; } = [];

    internal Slot Range { get; }

    /// <summary>The same for one of the targets.</summary>
    internal SlotRequest About(Target target) => new(Question.About(target), Effort, NotBefore, Until) { Within = Within, Taken = Taken };
}
