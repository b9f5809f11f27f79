using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Decides on templates: the one evaluator behind asking, doing and dry runs (S-1). Pure (S-2).</summary>
public static class TemplateDecider
{
    /// <summary>Decides on a command.</summary>
    /// <param name="template">The template as it is; null when it does not exist yet.</param>
    /// <param name="command">What is attempted.</param>
    /// <param name="facts">What is known.</param>
    /// <returns>The events, none when the command had already taken effect (S-5), or every refusal.</returns>
    public static Decision<TemplateEvent> Decide(ChangeTemplate? template, TemplateCommand command, TemplateFacts facts)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(facts);
        return DecidePlain(template, TemplateForms.Plain(command), facts);
    }

    /// <summary>Asks what may be done with a template now, and why the rest may not (S-7).</summary>
    /// <param name="template">The template as it is.</param>
    /// <param name="facts">What is known; the stamp says who asks, and when.</param>
    /// <returns>A prospect for each trigger of the template's model; null when that model is not known.</returns>
    public static Prospects? Ask(ChangeTemplate template, TemplateFacts facts)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(facts);
        var prospects = Model(template, facts) is { } model
            ? model.Lifecycle.Ask(template.Status, template.Version, trigger => new TemplateAttempt(template, new ActOnTemplate(trigger), facts, model))
            : null;
        return facts.Stamp.At < template.LastAt ? prospects?.Refusing(TemplateRefusals.Before.TimeRunsBackwards(template.LastAt, facts.Stamp)) : prospects;
    }

    private static Decision<TemplateEvent> DecidePlain(ChangeTemplate? template, TemplateCommand command, TemplateFacts facts) => template switch
    {
        null => command is ProposeTemplate propose ? Propose(propose, facts) : Decision.Refuse<TemplateEvent>(TemplateRefusals.Before.Missing(command.Trigger)),
        _ when template.Applied.ContentOf(facts.Stamp.Command) is { } said => Repeated(said, command, facts),
        _ when command is ProposeTemplate => Decision.Refuse<TemplateEvent>(TemplateRefusals.Before.Exists(template.Id, template.Status)),
        _ when facts.Stamp.At < template.LastAt => Decision.Refuse<TemplateEvent>(TemplateRefusals.Before.TimeRunsBackwards(template.LastAt, facts.Stamp)),
        _ when Model(template, facts) is { } model => Take(new TemplateAttempt(template, command, facts, model)),
        _ => Decision.Refuse<TemplateEvent>(TemplateRefusals.Before.ModelUnknown(template.Model)),
    };

    private static TemplateModel? Model(ChangeTemplate template, TemplateFacts facts) =>
        facts.Models.FirstOrDefault(model => model.Lifecycle.Reference == template.Model);

    private static Decision<TemplateEvent> Take(TemplateAttempt attempt)
    {
        var (lifecycle, status) = (attempt.Model.Lifecycle, attempt.Template.Status);
        var verdict = attempt.Command is ActOnTemplate act
            ? lifecycle.Take(status, act.Act, attempt, act.Arguments)
            : lifecycle.Take(status, attempt.Command.Trigger!, attempt);
        return verdict.Destination is { } destination
            ? Decision.Accept(attempt.Command.Happened(attempt, Header(attempt.Facts, attempt.Command, destination, DigestAfter(attempt))))
            : Decision.Refuse<TemplateEvent>(verdict.Refusals);
    }

    private static Decision<TemplateEvent> Propose(ProposeTemplate propose, TemplateFacts facts)
    {
        var model = facts.Models[^1].Lifecycle;
        var header = Header(facts, propose, model.Description.Start, TemplateFields.DigestOf(propose.Content));
        return Decision.Accept<TemplateEvent>(new TemplateProposed(header, propose.Id, model.Reference, propose.Content));
    }

    // What is not edited keeps the digest that its votes name, even when later versions know more fields (S-6).
    private static Digest DigestAfter(TemplateAttempt attempt) => ReferenceEquals(attempt.ContentAfter, attempt.Template.Content)
        ? attempt.Template.Digest
        : TemplateFields.DigestOf(attempt.ContentAfter);

    private static Decision<TemplateEvent> Repeated(Digest said, TemplateCommand command, TemplateFacts facts) =>
        said == TemplateJson.DigestOf(command)
            ? Decision.Accept<TemplateEvent>()
            : Decision.Refuse<TemplateEvent>(TemplateRefusals.Before.Reused(facts.Stamp.Command));

    private static EventHeader Header(TemplateFacts facts, TemplateCommand command, State status, Digest content) =>
        new(facts.Stamp, status, content, TemplateJson.DigestOf(command), facts.Basis);
}
