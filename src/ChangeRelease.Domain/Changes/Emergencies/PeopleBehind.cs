using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Who stands behind an account, as far as anybody says: two-person acts are of people, not of accounts (S-9, S-24).</summary>
internal static class PeopleBehind
{
    /// <summary>The account itself, whom it says it acts for, and everyone the directory says answers for it.</summary>
    public static ValueList<ActorId> Of(Actor actor, DirectorySnapshot directory) => directory.OwnersOf(actor.Id)
        .Concat(actor.Owner is { } owner ? [owner] : [])
        .Prepend(actor.Id)
        .Distinct()
        .ToValueList();

    /// <summary>Whether an account is a person's, by what it says and by what the directory says.</summary>
    public static bool IsPerson(Actor actor, DirectorySnapshot directory) =>
        !actor.IsService && !directory.OwnersOf(actor.Id).Any();

    /// <summary>Whether somebody stands behind both.</summary>
    public static bool Meet(Actor one, Actor other, DirectorySnapshot directory) => Of(one, directory).Intersect(Of(other, directory)).Any();
}
