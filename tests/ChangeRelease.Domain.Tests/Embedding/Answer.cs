using ChangeRelease.Domain.Embedding;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>What a desk said to a command, of whatever room it is.</summary>
/// <param name="IsAccepted">Whether it was accepted.</param>
/// <param name="Events">How much happened; nothing when it had taken effect before.</param>
/// <param name="Version">The version that the answer holds for.</param>
/// <param name="Codes">The codes of the refusals.</param>
internal sealed record Answer(bool IsAccepted, int Events, long Version, string Codes)
{
    public static Answer Of<TSubject, TEvent>(Outcome<TSubject, TEvent> outcome)
        where TSubject : class =>
        new(outcome.IsAccepted, outcome.Events.Count, outcome.Version, string.Join(' ', outcome.Refusals.Select(refusal => refusal.Code)));
}
