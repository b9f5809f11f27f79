using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <content>What overriding a freeze for a change needs (S-48).</content>
public static partial class Needs
{
    /// <summary>The freeze is in force at the instant named, and binds the change (S-48).</summary>
    public static Requirement<ChangeAttempt> FreezeMet { get; } = Need(
            "change.override.freeze-unknown", "The freeze is in force at the instant named, and binds the change.", attempt => attempt.FreezeAsked is not null)
        .Explains(attempt => Why.Because($"No freeze {attempt.Command.AskedFreeze?.Freeze} binds the change at {attempt.Command.AskedFreeze?.At.ToText()}.").Seeing("calendar", attempt.Facts.Calendar))
        .CuredBy(Remedy.Do("Name a freeze that stands in the way, and an instant within it"))
        .About(ChangeParameters.Freeze, ChangeParameters.At)
        .After(Slots.CalendarKnown);

    /// <summary>The freeze says who may override it (S-48).</summary>
    public static Requirement<ChangeAttempt> FreezeOverridable { get; } = Need(
            "change.override.not-allowed", "The freeze may be overridden.", attempt => OverrideOf(attempt) is not null)
        .Explains(attempt => Why.Because($"Nobody may override the {attempt.FreezeAsked}."))
        .CuredBy(Remedy.Do("Choose a slot outside the freeze"))
        .After(FreezeMet);

    /// <summary>Who proposes or confirms has the role that the freeze names (S-48).</summary>
    public static Requirement<ChangeAttempt> MayOverride { get; } = Need(
            "change.override.not-permitted", "A person in the role that the freeze names proposes or confirms.", attempt => PeopleBehind.IsPerson(attempt.Stamp.Actor, attempt.Facts.Directory!) && attempt.Facts.Directory!.Has(attempt.Stamp.Actor.Id, OverrideOf(attempt)!.By))
        .Explains(attempt => Why.Because($"{attempt.Stamp.Actor} is no person who is {OverrideOf(attempt)!.By}.")
            .CuredBy(Remedy.Ask(OverrideOf(attempt)!.By, "Let a person in this role do it")))
        .After(FreezeOverridable, AccountsKnown);

    /// <summary>The occurrence still binds the change (S-5).</summary>
    public static Requirement<ChangeAttempt> NotOverridden { get; } = Need(
            "change.override.in-effect", "The freeze was not overridden for the change before.", attempt => !attempt.Change.FreezePasses.Any(pass => pass.IsFor(attempt.FreezeAsked!)))
        .CuredBy(Remedy.Do("Nothing to do: it does not bind the change any more"))
        .After(FreezeMet);

    /// <summary>Overriding this occurrence was proposed (S-9).</summary>
    public static Requirement<ChangeAttempt> OverrideProposed { get; } = Need(
            "change.override.proposal-missing", "Overriding this occurrence of the freeze was proposed.", attempt => attempt.OverrideProposal is not null)
        .CuredBy(Remedy.Do("Propose it with ProposeFreezeOverride"))
        .After(FreezeMet);

    /// <summary>The proposal still stands (S-9).</summary>
    public static Requirement<ChangeAttempt> OverrideStands { get; } = Need(
            "change.override.proposal-expired", "The proposal still stands.", attempt => attempt.Stamp.At < attempt.OverrideProposal!.Expires)
        .Explains(attempt => Why.Because($"The proposal expired at {attempt.OverrideProposal!.Expires.ToText()}."))
        .CuredBy(Remedy.Do("Propose it again"))
        .After(OverrideProposed);

    /// <summary>Another person confirms than proposed (S-48).</summary>
    public static Requirement<ChangeAttempt> SecondOverrider { get; } = Need(
            "change.override.same-person", "A person confirms who is not the one who proposed.", attempt => IsSecond(attempt, attempt.OverrideProposal!.By))
        .Explains(attempt => NotSecond(attempt, attempt.OverrideProposal!.By))
        .CuredBy(Remedy.Do("Let another person confirm"))
        .After(OverrideProposed, AccountsKnown);

    /// <summary>Who confirms had no hand in the change (S-8, S-24).</summary>
    public static Requirement<ChangeAttempt> OverriderIndependent { get; } = Need(
            "change.override.contributed", "Who confirms had no hand in the change.", attempt => IsIndependent(attempt, attempt.Stamp.Actor))
        .Explains(attempt => Why.Because($"{attempt.Stamp.Actor} had a hand in the change.").Seeing("hand", attempt.Ballot.Contributors.Of(attempt.Stamp.Actor.Id)))
        .CuredBy(Remedy.Do("Let someone confirm who had no hand in it"))
        .After(AccountsKnown);

    private static FreezeOverride? OverrideOf(ChangeAttempt attempt) => ((Freeze)attempt.FreezeAsked!.Rule).Override;
}
