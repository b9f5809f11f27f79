using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using ChangeRelease.Domain.Tests.Changes.Templates;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Faults;

/// <summary>Journeys through the desk of templates that come through every command of its room, and changes that use what it publishes.</summary>
internal static class TemplateOutings
{
    private static readonly TemplateId Id = new("reboot");

    private static readonly TemplateContent Content = Play.Content with { Parameters = [], RiskCeiling = Grade.Critical };

    private static readonly ChangeContent Work = Content.FillIn(Id, Cast.Content with { Services = [new ServiceId("payments")] });

    public static IEnumerable<Scene> All => [.. Outing.Of("template", Life), .. Outing.Of("template, never published", Discarded), .. Outing.Of("uses of a template", Used)];

    private static Task Do(Outing at, TemplateCommand command, Actor actor) => at.Do(Errand.Of(Id, command, actor));

    private static async Task Vote(Outing at, int member) => await Do(at, new VoteOnTemplate(VoteChoice.Approve, (await at.Template(Id)).Digest), Cast.Members[member]);

    private static async Task Published(Outing at)
    {
        await Do(at, new SubmitTemplate(), Play.Paul);
        await Vote(at, 1);
        await Vote(at, 2);
        await Do(at, new PublishTemplate(), Play.Olga);
    }

    private static async Task Life(Outing at)
    {
        await Do(at, new ProposeTemplate(Id, Content), Play.Paul);
        await Do(at, new AmendTemplate(Content with { MaximumUses = 3 }), Play.Paul);
        await Do(at, new SubmitTemplate(), Play.Paul);
        await Vote(at, 1);
        await Do(at, new WithdrawTemplateVote(), Cast.Members[1]);
        await Do(at, new RejectTemplate("too wide"), Play.Olga);
        await Published(at);
        await Do(at, new SuspendTemplate("it went wrong"), Cast.Rex);
        await Do(at, new ReinstateTemplate("it was something else"), Play.Olga);
        await Do(at, new ReviseTemplate(Content with { MaximumUses = 4 }), Play.Paul);
        await Do(at, new ActOnTemplate(TemplateTriggers.Suspend, new SuspendTemplate("wait").ToArguments()), Cast.Rex);
        await Published(at);
        await Do(at, new RetireTemplate("no longer needed"), Cast.Rex);
    }

    private static async Task Discarded(Outing at)
    {
        await Do(at, new ProposeTemplate(Id, Content), Play.Paul);
        await Do(at, new DiscardTemplateVersion("not worth it"), Play.Paul);
    }

    private static async Task Used(Outing at)
    {
        await Do(at, new ProposeTemplate(Id, Content with { MaximumUses = 2 }), Play.Paul);
        await at.Along(() => Published(at));
        var slot = new Slot(at.Now + Duration.FromHours(2), at.Now + Duration.FromHours(5));
        await at.Do(Errand.Of(World.One, new OpenChange(World.One, "pre-approved", Work), Cast.Rita));
        await at.Do(Errand.Of(World.One, new SubmitChange(), Cast.Rita));
        await at.Do(Errand.Of(World.Two, new OpenChange(World.Two, "pre-approved", Work), Cast.Rita));
        await at.Do(Errand.Of(World.Two, new SubmitChange(), Cast.Rita));
        await at.Do(Errand.Of(World.Two, new CancelChange("no need"), Cast.Rita));
        await at.Do(Errand.Of(World.One, new ScheduleChange(slot), Cast.Oscar));
        await ChangeOutings.Started(at, World.One);
        await at.Do(Errand.Of(World.One, new CompleteChange(), Cast.Oscar));
        await ChangeOutings.Closed(at, World.One, ReviewOutcome.Successful);
        var three = new ChangeId("CHG-3");
        await at.Do(Errand.Of(three, new OpenChange(three, "standard", Work), Cast.Rita));
        await at.Do(Errand.Of(three, new ActOnChange(ChangeTriggers.Submit, new SubmitChange().ToArguments()), Cast.Rita));
        await Do(at, new SuspendTemplate("it went wrong"), Cast.Rex);
        await at.Do(Errand.Of(three, new FallBackToNormal("suspended"), Cast.Oscar));
        await at.Do(Errand.Of(three, new AnnotateChange("noted"), Cast.Rex));
    }
}
