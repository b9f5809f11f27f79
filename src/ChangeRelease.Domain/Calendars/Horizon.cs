using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>A bounded search: it looks near first, so that near answers are cheap, and never beyond its bound (S-44).</summary>
internal sealed record Horizon(Instant From, Instant Until)
{
    private const int Growth = 32;

    private static readonly Duration _nearby = Duration.FromDays(35);

    public static Horizon Of(Instant from, Duration length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, Duration.FromNanoseconds(1_000), nameof(length));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Instant.MaxValue - from, nameof(length));
        return new Horizon(from.ToMicroseconds(), from + length);
    }

    /// <summary>Ever wider ranges from the same start; together they cost about as much as the last.</summary>
    public IEnumerable<Slot> Widening()
    {
        for (var reach = _nearby; reach < Until - From; reach *= Growth)
        {
            yield return new Slot(From, From + reach);
        }

        yield return new Slot(From, Until);
    }
}
