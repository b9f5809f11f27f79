using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The elapsed time that a change needs in one uninterrupted stretch: to prepare, to work, and to back out if it fails (S-47).</summary>
public sealed record Effort
{
    /// <summary>No length may be greater: a hundred years, so that sums and instants stay in range.</summary>
    private static readonly Duration Longest = Duration.FromDays(36_525);

    /// <summary>Takes the three lengths.</summary>
    /// <param name="preparation">Before the work; may be zero.</param>
    /// <param name="work">The work itself; at least a microsecond.</param>
    /// <param name="backOut">To undo it; may be zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="preparation"/> or <paramref name="backOut"/> is negative, <paramref name="work"/> is shorter than a microsecond, or any of them is longer than 36,525 days.
    /// </exception>
    public Effort(Duration preparation, Duration work, Duration backOut)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(preparation, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(work, Duration.FromNanoseconds(1_000));
        ArgumentOutOfRangeException.ThrowIfLessThan(backOut, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(preparation, Longest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(work, Longest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(backOut, Longest);
        (Preparation, Work, BackOut) = (preparation.ToMicroseconds(), work.ToMicroseconds(), backOut.ToMicroseconds());
    }

    /// <summary>Before the work; zero or longer.</summary>
    public Duration Preparation { get; }

    /// <summary>The work itself; longer than zero.</summary>
    public Duration Work { get; }

    /// <summary>To undo it; zero or longer.</summary>
    public Duration BackOut { get; }

    /// <summary>The sum, which the slot must hold.</summary>
    public Duration Total => Preparation + Work + BackOut;

    /// <summary>This effort, begun a little later than its slot: the wait counts as preparation.</summary>
    /// <param name="wait">How much later; zero or longer.</param>
    /// <returns>A longer effort.</returns>
    public Effort After(Duration wait) => new(Preparation + wait, Work, BackOut);

    /// <summary>The sum and its parts.</summary>
    /// <returns>For example <c>2 h (preparation 30 min, work 1 h, back-out 30 min)</c>.</returns>
    public override string ToString() =>
        $"{Total.ToText()} (preparation {Preparation.ToText()}, work {Work.ToText()}, back-out {BackOut.ToText()})";
}
