namespace ChangeRelease.Domain.Foundation;

/// <summary>Makes decisions.</summary>
public static class Decision
{
    /// <summary>Yes, and this happened.</summary>
    /// <typeparam name="TEvent">What happened.</typeparam>
    /// <param name="events">The events in order; none when the command had already taken effect (S-5).</param>
    /// <returns>The decision.</returns>
    public static Decision<TEvent> Accept<TEvent>(params ReadOnlySpan<TEvent> events) => new(ValueList.Create(events), []);

    /// <summary>No, for all these reasons.</summary>
    /// <typeparam name="TEvent">What would have happened.</typeparam>
    /// <param name="refusals">Every reason; at least one.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="refusals"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="refusals"/> is empty: a "no" without a reason is not a decision.</exception>
    public static Decision<TEvent> Refuse<TEvent>(ValueList<Refusal> refusals)
    {
        ArgumentNullException.ThrowIfNull(refusals);
        ArgumentOutOfRangeException.ThrowIfZero(refusals.Count, nameof(refusals));
        return new Decision<TEvent>([], refusals);
    }

    /// <summary>No, for all these reasons.</summary>
    /// <typeparam name="TEvent">What would have happened.</typeparam>
    /// <param name="refusals">Every reason; at least one.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="refusals"/> is empty.</exception>
    public static Decision<TEvent> Refuse<TEvent>(params ReadOnlySpan<Refusal> refusals) => Refuse<TEvent>(ValueList.Create(refusals));
}

/// <summary>The answer to a command: accepted with events, or refused with every reason at once (S-3).</summary>
/// <typeparam name="TEvent">What happens when it is accepted.</typeparam>
public sealed record Decision<TEvent>
{
    internal Decision(ValueList<TEvent> events, ValueList<Refusal> refusals) => (Events, Refusals) = (events, refusals);

    /// <summary>What happened, in order; empty when refused, and when the command had already taken effect (S-5).</summary>
    public ValueList<TEvent> Events { get; }

    /// <summary>Every reason for the "no"; empty when accepted.</summary>
    public ValueList<Refusal> Refusals { get; }

    /// <summary>Whether the command is accepted.</summary>
    public bool IsAccepted => Refusals.Count == 0;
}
