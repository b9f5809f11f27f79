using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Who may not judge a manual gate, and why (S-24).</summary>
internal static class GatePeople
{
    public static IEnumerable<Why> Objections(ReleaseAttempt attempt, Gate? asked)
    {
        if (asked is not { Kind: GateKind.Manual } gate)
        {
            yield break;
        }

        var actor = attempt.Stamp.Actor;
        if (actor.IsService)
        {
            yield return Why.Because($"{actor} is no person, and the gate '{gate.Name}' asks for one.").CuredBy(Cure(gate));
            yield break;
        }

        if (!IsNamed(gate, actor.Id, attempt.Facts.Directory!))
        {
            yield return Why.Because($"{actor} is not whom the gate '{gate.Name}' names.").CuredBy(Cure(gate));
        }

        var hands = Hands(attempt);
        if (hands.Include(actor.Id))
        {
            yield return Why.Because($"{actor} had a hand in the release, or started it.").Seeing("chain", hands.ChainOf(actor.Id)).CuredBy(Cure(gate));
        }
    }

    private static Contributors Hands(ReleaseAttempt attempt)
    {
        var hands = attempt.Release.StartedBy is { } starter ? attempt.Release.Contributors.With(starter, "started the deployment") : attempt.Release.Contributors;
        return hands.Resolved(attempt.Facts.Directory, attempt.Facts.Policy?.Separations ?? [], attempt.Stamp.At);
    }

    private static bool IsNamed(Gate gate, ActorId person, DirectorySnapshot directory) => gate.Person == person || (gate.Role is { } role && directory.Has(person, role));

    private static Remedy Cure(Gate gate) => gate.Role is { } role
        ? Remedy.Ask(role, "Ask a member who had no hand in the release and did not start it")
        : Remedy.Do($"Ask {gate.Person} to judge the gate");
}
