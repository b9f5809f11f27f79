using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Embedding.Rivals;

/// <summary>What one actor does by its own clock, at a desk of its own over any store.</summary>
/// <param name="Id">The identity of its command: bids of the same identity are the same command, sent twice, or two that share it.</param>
internal abstract record Bid(string Id)
{
    /// <summary>Does it.</summary>
    /// <returns>What became of it, in words.</returns>
    public abstract Task<string> DoAsync(IEventStore store, TenantId tenant);

    /// <summary>What would become of it, in the same words; nothing is written.</summary>
    public abstract Task<string> AskAsync(IEventStore store, TenantId tenant);

    /// <summary>What became of a command: <c>done</c>, <c>nothing</c> or the codes of its refusals; what could not be judged is left out.</summary>
    public static string Told<TSubject, TEvent>(Outcome<TSubject, TEvent> outcome)
        where TSubject : class => outcome.IsAccepted
        ? outcome.Events.Count > 0 ? "done" : "nothing"
        : string.Join(' ', outcome.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
