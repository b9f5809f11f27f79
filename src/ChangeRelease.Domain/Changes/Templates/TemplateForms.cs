using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Changes.TemplateParameters;

namespace ChangeRelease.Domain.Changes;

/// <summary>Each typed command on templates as a form: the trigger it takes, and its fields as parameters.</summary>
internal static class TemplateForms
{
    public static CommandForms<TemplateCommand> All { get; } = new(
        bytes => TemplateJson.ReadCommand(bytes.Span),
        TemplateJson.Write,
        new(TemplateTriggers.Submit, "submit-template", []),
        new(TemplateTriggers.Amend, "amend-template", [Content]),
        new(TemplateTriggers.CastVote, "vote-on-template", [Choice, Seen, Remark, OnBehalfOf]),
        new(TemplateTriggers.WithdrawVote, "withdraw-template-vote", []),
        new(TemplateTriggers.Publish, "publish-template", []),
        new(TemplateTriggers.Reject, "reject-template", [Reason]),
        new(TemplateTriggers.Revise, "revise-template", [Content]),
        new(TemplateTriggers.Discard, "discard-template-version", [Reason]),
        new(TemplateTriggers.Suspend, "suspend-template", [Reason]),
        new(TemplateTriggers.Reinstate, "reinstate-template", [Reason]),
        new(TemplateTriggers.Retire, "retire-template", [Reason]));

    /// <summary>The typed command, where one says the same; else the command as it is.</summary>
    public static TemplateCommand Plain(TemplateCommand command) =>
        command is ActOnTemplate act && All.Find(act.Act) is { } form && !ArgumentCheck.ProblemsOf(form.Parameters, act.Arguments).Any()
            ? All.Make(form, act.Arguments)
            : command;
}
