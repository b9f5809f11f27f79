using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Embedding;

/// <summary>What desks refuse by themselves.</summary>
internal static class DeskRefusals
{
    public static Refusal Contended(object whose) => Refusal.Of(
        "embedding.stream.contended",
        "Nobody else changes the stream at the same time.",
        Why.Because($"Others changed {whose} each time the command was decided.").CuredBy(Remedy.Do("Send the command again")));
}
