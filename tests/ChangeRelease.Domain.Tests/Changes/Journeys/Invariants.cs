using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;

namespace ChangeRelease.Domain.Tests.Changes.Journeys;

/// <summary>What must hold after every accepted command, said again without the library's own words for it.</summary>
internal static class Invariants
{
    public static void Check(ChangeRequest before, ChangeRequest after, Move move, Action<bool, string> check)
    {
        var state = after.Status.Name;
        var made = state is "Implementing" or "BackingOut" or "Ratifying" or "Reviewing" or "Closed";
        check(after.Version == before.Version + 1 && after.LastAt >= before.LastAt, "history goes on");
        check(made || state == "Scheduled" || after.Slots.Count == 0, "no slots without a schedule");
        check(state is not ("Scheduled" or "Implementing" or "BackingOut") || after.Slots.Count > 0, "slots with a schedule");
        check(after.Aboard is null || after.Slots.Count > 0, "aboard means a slot");
        check((after.ResumesTo is not null) == (state == "OnHold"), "a place to resume, exactly on hold");
        check((after.Deferral is not null) == (state == "Deferred"), "a deferral, exactly when deferred");
        check(after.BreakGlassRequest is null || (state == "Draft" && after.Model.Id == "emergency"), "a proposal to break glass stands in an emergency's draft only");
        check(made || state is "Approved" or "Scheduled" or "OnHold" or "DbaReview" || after.OverrideRequests.Count + after.FreezePasses.Count == 0, "a freeze is overridden for what is authorized only");
        check(after.FreezePasses.Count <= before.FreezePasses.Count || IsOverridden(before, move), "two people override a freeze");
        check((after.StartedAt is not null) == (made && after.Model.Id != "retrospective"), "started, exactly when it was made");
        check((after.Permits.Count > 0) == (after.StartedAt is not null), "permits, exactly when it was started");
        check(after.Permits.All(standing => (standing.EndedAt is null) == (state == "Implementing")), "permits end when the making does");
        check(after.Permits.All(standing => standing.Permit.NotBefore == after.StartedAt && after.Slots.Any(slot => slot.Contains(standing.Permit.NotAfter))), "nothing begins before the start or outside the slots");
        check(after.Permits.All(standing => standing.Result is null || standing.Started is not null), "what ended had begun");
        check((after.Debt is not null) == (after.Model.Id == "emergency" && made), "an emergency owes from its start on");
        check(after.Ratification is null || state is "Reviewing" or "Closed", "ratified before it is reviewed");
        check(state != "Closed" || after.Review is not null, "reviewed before it is closed");
        check(state != "Closed" || after.Model.Id is not ("emergency" or "retrospective") || after.Ratification is not null, "judged before it is closed");
        check(after.Votes.Count < 2 || after.Votes.Select(vote => vote.Voter).Distinct().Count() == after.Votes.Count, "one person, one voice");
        check(after.Digest == before.Digest || after.Votes.Count == 0 || move.Command is AssessChange, "votes are void with the content they were cast on");
        check(Edits(before, move) is not true || (after.Votes.Count == 0 && after.Slots.Count == 0 && after.Digest != before.Digest), "a material edit voids votes and booking");
        check(Edits(before, move) is not false || (ReferenceEquals(after.Votes, before.Votes) && after.Slots.Equals(before.Slots) && after.Digest == before.Digest), "an immaterial edit voids nothing");
        check(state != "Implementing" || before.Status.Name == "Implementing" || MayStart(before, move), "never made unless authorized");
        check(move.Command is not AuthorizeChange || Approvals(before, move) >= Asked(before, move), "authorized by enough of the board");
        check(move.Command is not RatifyChange || Approvals(before, move) >= Asked(before, move), "ratified by enough of the board");
    }

    /// <summary>The case of an amendment or a resumption.</summary>
    public static string CaseOf(ChangeRequest before, Move move) => move.Command switch
    {
        ResumeChange => before.ResumesTo!.Name,
        _ when Edits(before, move) is not true => "immaterial",
        _ when before.Model.Id != "pre-approved" => "material",
        AmendChange amend when amend.Content.Services.All(Cast.Template.Services.Contains) && amend.Content.Environments.All(Cast.Template.Environments.Contains) && Stands(move) => "within bounds",
        _ => "outside bounds",
    };

    private static bool? Edits(ChangeRequest before, Move move) => move.Command is AmendChange amend ? Bare(before.Content) != Bare(amend.Content) : null;

    private static ChangeContent Bare(ChangeContent content) => content with { Title = string.Empty, Notes = string.Empty, Tags = [], Assessment = null };

    private static bool MayStart(ChangeRequest before, Move move) => move.Command switch
    {
        ConfirmBreakGlass => before.BreakGlassRequest is { By: var proposer } && !proposer.IsService && !move.Facts.Stamp.Actor.IsService && proposer.Id != move.Facts.Stamp.Actor.Id,
        StartChange when before.Model.Id == "pre-approved" => Stands(move),
        StartChange when before.Model.Id == "standard" => Stands(move) && Approvals(before, move) >= Asked(before, move),
        StartChange => Approvals(before, move) >= Asked(before, move),
        _ => false,
    };

    private static bool IsOverridden(ChangeRequest before, Move move) =>
        move.Command is ConfirmFreezeOverride && move.Facts.Stamp.Actor is { IsService: false } second && second.Id != before.Requester.Id
        && before.OverrideRequests.Any(request => request.By.Id != second.Id && move.Facts.Stamp.At < request.Expires);

    private static bool Stands(Move move) => move.Facts.Template is { IsPublished: true };

    private static int Asked(ChangeRequest before, Move move) =>
        (before.Model.Id is "normal" or "emergency" ? 2 : 1) + (before.Model.Id == "emergency" && move.Command is not RatifyChange && move.Facts.Emergency?.OverdueDebts > 0 ? 1 : 0);

    private static int Approvals(ChangeRequest before, Move move) => before.Votes
        .Where(vote => vote.Choice == VoteChoice.Approve && vote.Seen == before.Digest)
        .Where(vote => before.Model.Id is not ("normal" or "standard") || (move.Facts.Stamp.At - vote.At).TotalDays < 14)
        .Where(vote => move.Facts.Directory!.Memberships.Any(group => group.Role == Cast.Board && group.Members.Contains(vote.Voter)))
        .Select(vote => vote.Voter)
        .Distinct()
        .Count(voter => voter != before.Requester.Id && !before.Content.Implementers.Contains(voter) && before.Content.Assessment?.Assessor != voter);
}
