using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>What each event does to a template, beyond what its header says.</summary>
internal static class TemplateFold
{
    public static ChangeTemplate Apply(ChangeTemplate template, TemplateEvent happened) => happened switch
    {
        TemplateAmended it => Edited(template, it, it.Content) with { Votes = it.IsMaterial ? [] : template.Votes },
        TemplateRevised it => Edited(template, it, it.Content) with { Votes = [] },
        TemplateVoteCast it => template with { Votes = template.Votes.With(it.Vote) },
        TemplateVoteWithdrawn it => template with { Votes = template.Votes.Where(vote => vote.Board is not null || vote.Voter != it.Voter).ToValueList() },
        TemplateRejected => template with { Votes = [] },
        TemplatePublished it => Published(template, it),
        TemplateVersionDiscarded => template with { Votes = [], Content = template.Latest?.Content ?? template.Content },
        TemplateSuspended => template with { IsSuspended = true },
        TemplateReinstated => template with { IsSuspended = false },
        TemplateActedOn it => ActedOn(template, it.Header.Status),
        _ => Used(template, happened),
    };

    private static ChangeTemplate Used(ChangeTemplate template, TemplateEvent happened) => happened switch
    {
        TemplateUseHeld it => template with { Uses = template.Uses.Where(use => use.Change != it.Use.Change || use.Version != it.Use.Version).Append(it.Use).ToValueList() },
        TemplateUseConfirmed it => template with { Uses = template.Uses.Where(use => use.Change != it.Change || use.Version >= it.Version).Select(use => Confirmed(use, it)).ToValueList() },
        TemplateUseReturned it => template with { Uses = template.Uses.Where(use => use.Change != it.Change || use.Version > it.Version).ToValueList() },
        TemplateResultReported it => Reported(template, it),
        _ => template,
    };

    private static TemplateUse Confirmed(TemplateUse use, TemplateUseConfirmed it) =>
        use.Change == it.Change && use.Version == it.Version ? use with { Expires = null } : use;

    private static ChangeTemplate Reported(ChangeTemplate template, TemplateResultReported it) => template with
    {
        Uses = template.Uses.Where(use => use.Change != it.Result.Change).ToValueList(),
        Versions = template.Versions.Select(version => version.Number == it.Number ? version.With(it.Result) : version).ToValueList(),
    };

    private static ChangeTemplate Published(ChangeTemplate template, TemplatePublished it) => template with
    {
        Votes = [],
        IsSuspended = false,
        Versions = template.Versions.With(new TemplateVersion(it.Number, template.Content, it.Header.Content, it.Header.Stamp.At, it.Expires)),
    };

    private static ChangeTemplate Edited(ChangeTemplate template, TemplateEvent it, TemplateContent content) =>
        template with { Content = content, Contributors = template.Contributors.With(it.Header.Stamp.Actor, "editor") };

    // A host's own trigger publishes nothing; led back to be written, or put aside, what was agreed is void.
    private static ChangeTemplate ActedOn(ChangeTemplate template, State to) =>
        to.Phase == template.Status.Phase || to.Phase == Phase.Authorization ? template : template with { Votes = [] };
}
