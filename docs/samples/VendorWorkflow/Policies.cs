using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Lifecycles.Policy;

namespace VendorWorkflow;

/// <summary>Chapter two: what is true of every life under the model, and what is not.</summary>
internal static class Policies
{
    /// <summary>Nothing is made that the administrator and the change authority have not let through, as it is now.</summary>
    public static Policy Gated { get; } = Never(In(Phase.Realization)).Unless(Taken(ChangeTriggers.Authorize)).Since(Taken(ChangeTriggers.Amend, "material"));

    /// <summary>Whatever happens, a change can still be brought to its end.</summary>
    public static Policy Endable { get; } = AlwaysPossible(In(Phase.Ended));

    /// <summary>That whoever is authorized anew was reviewed anew: one would think so.</summary>
    public static Policy ReviewedAnew { get; } = Never(In(Phase.Realization)).Unless(Taken(DatabaseWords.Clear)).Since(Taken(ChangeTriggers.Reauthorize));

    public static bool Tell(TextWriter to)
    {
        Tour.Title(to, "2. Two policies that hold, and one that does not");
        Proof[] proofs = [Gated.Prove(MigrationModels.First.Lifecycle), Endable.Prove(MigrationModels.First.Lifecycle), ReviewedAnew.Prove(MigrationModels.First.Lifecycle)];
        foreach (var proof in proofs)
        {
            to.WriteLine(Tour.SetIn(proof));
        }

        to.WriteLine(FormattableString.Invariant($"\n  {proofs.Sum(proof => proof.Explored)} abstract places were looked at, which is all there are."));
        return proofs is [{ Holds: true, IsVacuous: false }, { Holds: true, IsVacuous: false }, { Outcome: ProofOutcome.Fails }];
    }
}
