using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <content>What gives a change its authority, and what takes it away.</content>
public static partial class Needs
{
    /// <summary>The role whose members may assess.</summary>
    public static RoleId Assessors { get; } = new("assessor");

    /// <summary>The directory says who may assess (S-4).</summary>
    public static Requirement<ChangeAttempt> AssessorsKnown { get; } = Need(
            "change.assessment.directory-missing", "The directory says who may assess.", attempt => attempt.Facts.Directory is not null)
        .CuredBy(Remedy.Do("Try again when the directory answers"));

    /// <summary>Impact and risk are assessed by someone able to.</summary>
    public static Requirement<ChangeAttempt> AbleAssessor { get; } = Need(
            "change.assessment.assessor-not-able", "Impact and risk are assessed by someone able to.", attempt => attempt.Facts.Directory!.Has(attempt.Stamp.Actor.Id, Assessors))
        .Explains(attempt => Why.Because($"{attempt.Stamp.Actor.Id} is not in {Assessors}.")
            .CuredBy(Remedy.Ask(Assessors, $"Ask {People.Choose(1, attempt.Facts.Directory!.MembersOf(Assessors))} to assess")))
        .After(AssessorsKnown);

    /// <summary>Acceptable times are proposed with the assessment, or were before.</summary>
    public static Requirement<ChangeAttempt> TimesProposed { get; } = Need(
            "change.assessment.acceptable-times-missing", "Acceptable times are proposed.", attempt => attempt.ContentAfter.AcceptableTimes.Count > 0)
        .CuredBy(Remedy.Do("Propose when the change may be made"))
        .About(ChangeParameters.AcceptableTimes);

    /// <summary>The present content was assessed.</summary>
    public static Requirement<ChangeAttempt> Assessed { get; } = Need(
            "change.assessment.missing", "Impact and risk of the present content were assessed.", attempt => attempt.Change.Content.Assessment is not null)
        .CuredBy(Remedy.Ask(Assessors, "Have the change assessed"));

    /// <summary>The deferral lies ahead.</summary>
    public static Requirement<ChangeAttempt> DeferralAhead { get; } = Need(
            "change.deferral.not-ahead", "The deferral ends later than now.", attempt => (attempt.Command as DeferChange)?.Until.ToMicroseconds() > attempt.Stamp.At)
        .CuredBy(Remedy.Do("Defer until an instant yet to come"))
        .About(ChangeParameters.Until);

    /// <summary>The deferral is over, or whoever deferred resumes.</summary>
    public static Requirement<ChangeAttempt> DeferralOver { get; } = Need(
            "change.deferral.not-over", "The deferral is over, or whoever deferred it resumes.", attempt => attempt.Change.Deferral is not { } deferral || deferral.Until <= attempt.Stamp.At || deferral.By == attempt.Stamp.Actor.Id)
        .Explains(attempt => Why.Because($"It is deferred until {attempt.Change.Deferral!.Until.ToText()}.")
            .CuredBy(Remedy.Do($"Ask {attempt.Change.Deferral.By}, who deferred it, to resume it"))
            .CuredFrom(attempt.Change.Deferral.Until));

    /// <summary>The template that the content names is known (S-4).</summary>
    public static Requirement<ChangeAttempt> TemplateKnown { get; } = Need(
            "change.template.missing", "The template that the content names is known.", HasTemplate)
        .Explains(attempt => Why.Because(attempt.ContentAfter.Template is { } named ? $"Nothing is known of the template '{named}'." : "The content names no template."))
        .CuredBy(Remedy.Do("Name a published template, or open the change as a normal one"));

    /// <summary>What the scheme finds without anybody's judgement is known, so that the template's risk ceiling can be kept (S-4, S-30).</summary>
    public static Requirement<ChangeAttempt> TemplateRiskKnown { get; } = Need(
            "change.template.risk-unknown", "What the scheme finds without anybody's judgement is known, for the template's risk ceiling.", attempt => attempt.Foreseen.Unknown.Count == 0)
        .Explains(attempt => attempt.Foreseen.Unknown.Select(what => Why.Because($"The scheme {attempt.Facts.Scheme} asks for it, and it is not known {what}.")))
        .CuredBy(Remedy.Do("Try again when the fact source knows it"))
        .After(TemplateKnown);

    /// <summary>The template authorizes the change now (S-30).</summary>
    public static Requirement<ChangeAttempt> TemplateStands { get; } = Need(
            "change.template.lapsed", "The template authorizes the change: it is in force, unexpired, not exhausted, and covers what the change says.", attempt => attempt.TemplateLapses.Count == 0)
        .Explains(attempt => attempt.TemplateLapses.Select(lapse => Why.Because($"The template {attempt.Facts.Template!.Id} {lapse.Text}.")
            .Seeing("lapse", lapse.Kind)
            .Seeing("template version", attempt.Facts.Template.Version)
            .CuredBy(Remedy.Do(attempt.Change.Pin is null ? "Open the change as a normal one" : "Fall back to the way of a normal change"), Remedy.Do(lapse.Cure))))
        .After(TemplateKnown, TemplateRiskKnown);

    /// <summary>The template has a use left for this change (S-30).</summary>
    public static Requirement<ChangeAttempt> TemplateUseLeft { get; } = Need(
            "change.template.used-up", "The template has a use left.", attempt => attempt.Facts.Template!.UsesLeft is not <= 0)
        .CuredBy(Remedy.Do("Open the change as a normal one, or have the template published anew"))
        .After(TemplateKnown);

    /// <summary>The template no longer authorizes the change (S-31).</summary>
    public static Requirement<ChangeAttempt> TemplateLapsed { get; } = Need(
            "change.template.still-stands", "The template no longer authorizes the change.", attempt => attempt.TemplateLapses.Count > 0)
        .CuredBy(Remedy.Do("Go on: the template still authorizes the change"))
        .After(TemplateKnown);

    /// <summary>The template of a material edit is known, so that its bounds can be checked again (S-23).</summary>
    public static Requirement<ChangeAttempt> TemplateKnownForEdit { get; } = Need(
            "change.template.unknown-for-edit", "The template of a materially edited change is known.", attempt => !attempt.IsMaterialAmendment || HasTemplate(attempt))
        .CuredBy(Remedy.Do("Name a template that is known"))
        .About(ChangeParameters.Content);

    /// <summary>The template stays the one of which a use was taken when the change was submitted (S-8, S-30).</summary>
    public static Requirement<ChangeAttempt> TemplateKept { get; } = Need(
            "change.template.swapped", "The template stays the one that the change was submitted under.", attempt => attempt.ContentAfter.Template == attempt.Change.Content.Template)
        .Explains(attempt => Why.Because($"The change was submitted under the template '{attempt.Change.Content.Template}', and a use of it was taken.")
            .Seeing("asked for", attempt.ContentAfter.Template))
        .CuredBy(Remedy.Do("Keep the template"), Remedy.Do("Cancel the change, and open another under the other template"))
        .About(ChangeParameters.Content);

    private static bool HasTemplate(ChangeAttempt attempt) =>
        attempt.Facts.Template is { } template && template.Id == attempt.ContentAfter.Template;
}
