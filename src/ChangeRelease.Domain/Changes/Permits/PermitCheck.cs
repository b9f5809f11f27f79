using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>The second check: may a step of this permit begin now, here, with this content? Pure (S-2).</summary>
public static class PermitCheck
{
    /// <summary>Judges a permit against the change's stream.</summary>
    /// <param name="asked">What is about to begin, with the change and the hash that its verified stream has.</param>
    /// <returns>The answer, with every reason for a "no" at once (S-3).</returns>
    public static PermitAnswer Check(PermitCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return new PermitAnswer(asked.Permit, asked.Actor, asked.At, asked.Change?.Version ?? 0, Unmet.Of(asked, PermitNeeds.Online));
    }

    /// <summary>Judges a permit where the change's stream is out of reach: by its signature, and by what it says itself.</summary>
    /// <remarks>
    /// What only the stream knows is not asked: whether the permit was revoked, used up or ended, and whether the change is held. Whoever
    /// acts on this answer accepts that, for as long as the permit lasts.
    /// </remarks>
    /// <param name="asked">What is about to begin, with what the host's verifier said of the signature.</param>
    /// <returns>The answer, with every reason for a "no" at once; it names no version of the stream.</returns>
    public static PermitAnswer CheckOffline(PermitCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return new PermitAnswer(asked.Permit, asked.Actor, asked.At, 0, Unmet.Of(asked, PermitNeeds.Offline));
    }

    /// <summary>The answer to what is no signed permit at all.</summary>
    internal static PermitAnswer Unreadable(Actor actor, Instant at) => new(null, actor, at.ToMicroseconds(), 0, [Refusal.Of(
        "change.permit.unreadable",
        "What is shown is a signed permit, in its one spelling.",
        Why.Because("The text is no signed permit.").CuredBy(Remedy.Do("Show the text exactly as it was signed")))]);
}
