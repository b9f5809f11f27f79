using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Embedding;

/// <summary>What became of a command at a desk.</summary>
/// <typeparam name="TSubject">The change or release.</typeparam>
/// <typeparam name="TEvent">What happens to it.</typeparam>
/// <param name="Decision">The decision: events, or every refusal.</param>
/// <param name="Subject">The subject afterwards, or as it is when nothing happened; null when it does not exist.</param>
/// <param name="Version">The version of the subject's stream that this holds for; 0 when it does not exist.</param>
public sealed record Outcome<TSubject, TEvent>(Decision<TEvent> Decision, TSubject? Subject, long Version)
    where TSubject : class
{
    /// <summary>Whether the command is accepted.</summary>
    public bool IsAccepted => Decision.IsAccepted;

    /// <summary>What happened, in order; empty when refused, and when the command had already taken effect (S-5).</summary>
    public ValueList<TEvent> Events => Decision.Events;

    /// <summary>Every reason for the "no"; empty when accepted.</summary>
    public ValueList<Refusal> Refusals => Decision.Refusals;
}
