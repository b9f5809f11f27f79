using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace QuickStart.Input;

/// <summary>Reads change requests. What a request must say before it may be submitted is the library's to judge, not the reader's.</summary>
internal sealed class ChangePlanReader(Names names, Moment moments, Instant start)
{
    private static readonly string[] _types = [.. ChangeModelCatalog.BuiltIn.All.Select(model => model.Id)];

    public PlannedChange? Read(JsonItem item, Faults faults)
    {
        var (before, fields) = (faults.Count, new Fields(item, faults));
        var id = fields.Required("id", Values.Name(text => new ChangeId(text)));
        var type = fields.Required("type", Values.OneOf(_types));
        var content = Content(fields);
        var requester = fields.Required("requester", Person);
        var plan = new PlannedChange(id!, type!, content, requester!, fields.Optional("opens", moments.Read) ?? start)
        {
            Assessor = fields.Optional("assessor", Person),
            Impact = fields.Optional("impact", ChangesReader.Grade) ?? Grade.Low,
            Risk = fields.Optional("risk", ChangesReader.Grade) ?? Grade.Low,
            Reasoning = fields.Optional("reasoning", Values.Text) ?? string.Empty,
            Approvers = fields.List("approvers", Person),
            Reviewer = fields.Optional("reviewer", Person),
            SecondPerson = fields.Optional("secondPerson", Person),
            Aboard = fields.Optional("aboard", names.Releases.Reference(text => new ReleaseId(text))),
            AmendedPlan = fields.Optional("amendedPlan", Values.Plan),
        };
        fields.NothingElse();
        return faults.Count > before ? null : plan;
    }

    private ChangeContent Content(Fields fields) => new()
    {
        Title = fields.Required("title", Values.Text) ?? string.Empty,
        Justification = fields.Optional("justification", Values.Text) ?? string.Empty,
        Services = fields.List("services", names.Services.Reference(text => new ServiceId(text)), isRequired: true),
        Environments = fields.List("environments", names.Environments.Reference(text => new EnvironmentId(text)), isRequired: true),
        ImplementationPlan = fields.Optional("implementationPlan", Values.Plan) ?? ChangePlan.Empty,
        TestPlan = fields.Optional("testPlan", Values.Plan) ?? ChangePlan.Empty,
        RemediationPlan = fields.Optional("remediationPlan", Values.Plan) ?? ChangePlan.Empty,
        Implementers = fields.List("implementers", names.People.Reference(text => new ActorId(text))),
        Effort = fields.Optional("effort", ChangesReader.Effort),
        Incident = fields.Optional("incident", names.Incidents.Reference(text => new IncidentId(text))),
        Template = fields.Optional("template", names.Templates.Reference(text => new TemplateId(text))),
        AcceptableTimes = fields.List("acceptableTimes", AcceptableTime),
        Deed = fields.Optional("deed", Deed),
    };

    private Actor? Person(JsonItem item, Faults faults) =>
        names.People.Reference(text => new ActorId(text))(item, faults) is { } person ? Actor.Human(person) : null;

    private Slot? AcceptableTime(JsonItem item, Faults faults)
    {
        var (before, fields) = (faults.Count, new Fields(item, faults));
        var from = fields.Required("from", moments.Read);
        var until = fields.Required("until", moments.Read);
        fields.NothingElse();
        return faults.Count > before ? null
            : from < until ? new Slot(from!.Value, until!.Value)
            : Values.Refused<Slot>(item, faults, "The time ends before it starts, or at once.", "Let \"until\" be later than \"from\"");
    }

    private Deed? Deed(JsonItem item, Faults faults)
    {
        var fields = new Fields(item, faults);
        var deed = new Deed(
            fields.Optional("what", Values.Text) ?? string.Empty,
            fields.Optional("when", moments.Read),
            fields.Optional("by", names.People.Reference(text => new ActorId(text))));
        fields.NothingElse();
        return deed;
    }
}
