using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>The requirements on moving a subject to another definition, the same for whatever is moved; each subject gives them its own room in their codes.</summary>
/// <typeparam name="TAttempt">What is judged.</typeparam>
public sealed class MigrationNeeds<TAttempt>
{
    /// <summary>Makes the requirements for one kind of subject.</summary>
    /// <param name="room">The first word of the codes, for example <c>change</c>.</param>
    /// <param name="migration">Finds the case in an attempt.</param>
    public MigrationNeeds(string room, Func<TAttempt, MigrationCase> migration)
    {
        TargetKnown = Requirement.For<TAttempt>($"{room}.migration.target-unknown")
            .Says("The definition that it is to move to is known.")
            .IsMetWhen(attempt => migration(attempt).Target is not null)
            .Explains(attempt => Why.Because($"There is no definition {migration(attempt).Asked}.").CuredBy(Remedy.Do("Name a definition that the host knows")));
        NotYetThere = Requirement.For<TAttempt>($"{room}.migration.already-there")
            .Says("It does not live under that definition yet.")
            .IsMetWhen(attempt => migration(attempt) is var it && it.Target != it.Standing.Definition)
            .Explains(attempt => Why.Because($"It lives under {migration(attempt).Target} already.").CuredBy(Remedy.Do("Leave it as it is")))
            .After(TargetKnown);
        MapKnown = Requirement.For<TAttempt>($"{room}.migration.map-missing")
            .Says("A migration map leads from the definition that it lives under to that one.")
            .IsMetWhen(attempt => migration(attempt).Map is not null)
            .Explains(attempt => Why.Because($"No map leads from {migration(attempt).Standing.Definition} to {migration(attempt).Target}.")
                .CuredBy(Remedy.Do("Write a map and give it to the host's catalog")))
            .After(TargetKnown, NotYetThere);
        MapApplies = Requirement.For<TAttempt>($"{room}.migration.map-does-not-apply")
            .Says("The map says where it goes.")
            .IsMetWhen(attempt => migration(attempt).Verdict!.IsPermitted)
            .Explains(attempt => migration(attempt).Verdict!.Refusals.Select(refusal => Why.Because(refusal.Explanation).Seeing("map says", refusal.Code).CuredBy([.. refusal.Remedies])))
            .After(MapKnown);
        StaysBegun = Requirement.For<TAttempt>($"{room}.migration.begun-already")
            .Says("What was begun is not moved to before its beginning.")
            .IsMetWhen(attempt => migration(attempt) is var it && (!it.HasBegun || it.Verdict!.Standing!.State.Phase.Order >= Phase.Realization.Order))
            .Explains(attempt => Why.Because($"It was begun, and would move from {migration(attempt).Standing.State} back to {migration(attempt).Verdict!.Standing!.State}.")
                .CuredBy(Remedy.Do("Bring it to its end under its own definition"), Remedy.Do("Write a map that keeps it where it is")))
            .After(MapApplies);
    }

    /// <summary>The definition that it is to move to is known (S-4).</summary>
    public Requirement<TAttempt> TargetKnown { get; }

    /// <summary>It does not live under that definition yet.</summary>
    public Requirement<TAttempt> NotYetThere { get; }

    /// <summary>A map leads there (S-13).</summary>
    public Requirement<TAttempt> MapKnown { get; }

    /// <summary>The map says where it goes (S-13).</summary>
    public Requirement<TAttempt> MapApplies { get; }

    /// <summary>What was begun is not moved to before its beginning.</summary>
    public Requirement<TAttempt> StaysBegun { get; }

    /// <summary>All of them, each after what it waits for.</summary>
    internal ValueList<Requirement<TAttempt>> All => [TargetKnown, NotYetThere, MapKnown, MapApplies, StaysBegun];
}
