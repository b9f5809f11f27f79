using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;

namespace TrainAndHotfix;

/// <summary>What a desk answered, for the tale.</summary>
internal sealed record Answer(IReadOnlyList<string> Events, IReadOnlyList<Reason> Refusals, string? State)
{
    public static Answer Of<TSubject, TEvent>(Outcome<TSubject, TEvent> outcome, Func<TEvent, string> typeOf, string? state)
        where TSubject : class =>
        new([.. outcome.Events.Select(typeOf)], [.. outcome.Refusals.Where(refusal => !refusal.IsUnjudged).Select(Of)], state);

    private static Reason Of(Refusal refusal) => new(refusal.Code, refusal.ToString()[(refusal.Code.Length + 2)..]);
}
