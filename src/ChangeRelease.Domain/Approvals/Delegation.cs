using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Approvals;

/// <summary>One person lets another vote in their place for a while (S-22).</summary>
public sealed record Delegation
{
    /// <summary>Makes a delegation.</summary>
    /// <param name="from">Who lets the other vote.</param>
    /// <param name="to">Who may vote.</param>
    /// <param name="start">The first instant at which it holds.</param>
    /// <param name="end">The first instant at which it no longer holds.</param>
    /// <exception cref="ArgumentNullException"><paramref name="from"/> or <paramref name="to"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="end"/> is not after <paramref name="start"/>, or both people are the same.</exception>
    public Delegation(ActorId from, ActorId to, Instant start, Instant end)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (end <= start)
        {
            throw new ArgumentException($"A delegation must hold for some time, but {end} is not after {start}.", nameof(end));
        }

        if (from == to)
        {
            throw new ArgumentException($"{from} votes for themselves without being told to.", nameof(to));
        }

        (From, To, Start, End) = (from, to, start, end);
    }

    /// <summary>Who lets the other vote.</summary>
    public ActorId From { get; }

    /// <summary>Who may vote.</summary>
    public ActorId To { get; }

    /// <summary>The first instant at which it holds.</summary>
    public Instant Start { get; }

    /// <summary>The first instant at which it no longer holds.</summary>
    public Instant End { get; }

    /// <summary>Whether it holds at an instant.</summary>
    /// <param name="at">The instant; the start is inside, the end is not (S-40).</param>
    /// <returns>True when it does.</returns>
    public bool HoldsAt(Instant at) => Start <= at && at < End;
}
