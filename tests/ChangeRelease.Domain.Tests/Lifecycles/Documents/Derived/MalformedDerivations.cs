namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>Ways to spoil the specimen of a derivation, each with everything that is then wrong with it.</summary>
internal static class MalformedDerivations
{
    private const string Codes = "lifecycle.document.";
    private const string Derives = "lifecycle.derivation.";

    public static IReadOnlyList<Malformed.Spoiled> Shapes { get; } =
    [
        new("derivation/1", "derivation/2", Codes + "format-unknown at $.format"),
        new("derivation/1", "lifecycle/1", Codes + "format-unknown at $.format"),
        new("\"version\": 2", "\"version\": \"2\"", Codes + "type-wrong at $.version"),
        new("\"derives\": { \"id\": \"parent\", \"version\": 1 },", string.Empty, Codes + "member-missing at $"),
        new("{ \"id\": \"parent\", \"version\": 1 }", "\"parent\"", Codes + "type-wrong at $.derives"),
        new("\"state\": \"Looking\", ", string.Empty, Codes + "member-missing at $.insert[0]"),
        new("\"phase\": \"Rehearsal\"", "\"fase\": \"Rehearsal\"", Codes + "member-unknown at $.insert[1].fase", Codes + "member-missing at $.insert[1]"),
        new("\"from\": \"Draft\", \"to\"", "\"from\": [\"Draft\"], \"to\"", Codes + "type-wrong at $.insert[0].from"),
        new("\"shares\": { \"with\": \"Checking\" }", "\"shares\": \"Checking\"", Codes + "type-wrong at $.insert[0].shares"),
        new("\"with\": \"Running\", ", string.Empty, Codes + "member-missing at $.insert[1].shares"),
        new("[\"Annotate\"]", "7", Codes + "type-wrong at $.insert[1].shares.on"),
        new(", \"needs\": [\"trial.requirement.r2\"]", string.Empty, Codes + "member-missing at $.require[1]"),
        new("\"on\": \"Cancel\", ", string.Empty, Codes + "member-missing at $.forbid[0]"),
        new("[\"Running\", \"Held\"]", "null", Codes + "null at $.forbid[0].from"),
        new("[\"Running\", \"Held\"]", "[\"Running\", null]", Codes + "null at $.forbid[0].from[1]"),
        new("\"Rehearsed\", \"on\"", "\"Rehearsed\", \"from\": \"Looking\", \"on\"", Codes + "member-repeated at $.transitions[1].from"),
        new("\"forbid\"", "\"start\": \"Draft\", \"forbid\"", Codes + "member-unknown at $.start"),
        new("\"insert\"", "\"inserts\"", Codes + "member-unknown at $.inserts"),
        new("\"triggers\"", "\"trigers\"", Codes + "member-unknown at $.trigers"),
        new("\"phases\"", "\"phase\"", Codes + "member-unknown at $.phase"),
        new("\"from\": \"Draft\", \"to\"", "\"fro\": \"Draft\", \"to\"", Codes + "member-unknown at $.insert[0].fro"),
    ];

    public static IReadOnlyList<Malformed.Spoiled> References { get; } =
    [
        new("\"id\": \"derived\"", "\"id\": \" \"", Codes + "name-unfit at $.id"),
        new("\"version\": 2", "\"version\": 0", Codes + "version-unfit at $.version"),
        new("\"id\": \"parent\"", "\"id\": \"parrent\"", Codes + "definition-unknown at $.derives"),
        new("\"parent\", \"version\": 1", "\"parent\", \"version\": 4", Codes + "definition-unknown at $.derives"),
        new("\"parent\", \"version\": 1", "\"parent\", \"version\": 1, \"hash\": \"00\"", Codes + "definition-differs at $.derives.hash"),
        new("\"state\": \"Looking\"", "\"state\": \"Draft\"", Derives + "state-exists at $.insert[0].state", Codes + "state-unknown at $.transitions[0].from"),
        new("\"state\": \"Looking\"", "\"state\": \"\"", Codes + "name-unfit at $.insert[0].state", Codes + "state-unknown at $.transitions[0].from"),
        new("\"phase\": \"Preparation\"", "\"phase\": \"Preparatoin\"", Codes + "phase-unknown at $.insert[0].phase"),
        new("\"from\": \"Draft\", \"to\"", "\"from\": \"Draff\", \"to\"", Codes + "state-unknown at $.insert[0].from"),
        new("\"from\": \"Draft\", \"to\"", "\"from\": \"Running\", \"to\"", Derives + "nothing-between at $.insert[0]"),
        new("\"to\": \"Running\", \"shares\"", "\"to\": \"Runing\", \"shares\"", Codes + "state-unknown at $.insert[1].to"),
        new("\"to\": \"Running\", \"shares\"", "\"to\": \"Draft\", \"shares\"", Derives + "nothing-between at $.insert[1]"),
        new("\"with\": \"Running\"", "\"with\": \"Runing\"", Codes + "state-unknown at $.insert[1].shares.with"),
        new("[\"Annotate\"]", "[\"Annotate\", \"Anotate\"]", Codes + "trigger-unknown at $.insert[1].shares.on[1]"),
        new("[\"Annotate\"]", "[]", Codes + "triggers-missing at $.insert[1].shares.on"),
        new("[\"Annotate\"]", "[\"Annotate\", \"Hold\"]", Derives + "nothing-to-share at $.insert[1].shares.on[1]"),
        new("\"Running\", \"on\": [\"Annotate\"] } }", "\"Running\", \"on\": [\"Annotate\"] } }, { \"state\": \"Rehearsed\", \"phase\": \"Rehearsal\", \"from\": \"Looking\", \"to\": \"Checking\", \"shares\": { \"with\": \"Running\", \"on\": \"Annotate\" } }",
            Derives + "nothing-between at $.insert[2]", Derives + "shared-twice at $.insert[2].shares.on"),
        new("\"Running\", \"on\": [\"Annotate\"] } }", "\"Running\", \"on\": [\"Annotate\"] } }, { \"state\": \"Rehearsed\", \"phase\": \"Review\", \"from\": \"Checking\", \"to\": \"Rehearsed\" }",
            Codes + "state-repeated at $.insert[2].phase", Derives + "nothing-between at $.insert[2]"),
        new("\"on\": \"Start\"", "\"on\": \"Stat\"", Codes + "trigger-unknown at $.require[0].on"),
        new("\"on\": \"Start\"", "\"on\": \"Pass\"", Derives + "nothing-to-require at $.require[0]"),
        new("\"on\": \"Hold\", \"from\": \"Draft\"", "\"on\": \"Hold\", \"from\": [\"Draft\", \"Running\"]", Derives + "nothing-to-require at $.require[1].from[1]"),
        new("\"on\": \"Hold\", \"from\": \"Draft\"", "\"on\": \"Hold\", \"from\": []", Codes + "from-missing at $.require[1].from"),
        new("\"needs\": [\"trial.requirement.r2\"]", "\"needs\": []", Codes + "needs-missing at $.require[1].needs"),
        new("trial.requirement.r2", "trial.requirement.r22", Codes + "requirement-unknown at $.require[1].needs[0]"),
        new("{ \"days\": 4 }", "{ \"day\": 4 }", Codes + "argument-missing at $.require[0].needs[1].with.days", Codes + "argument-unknown at $.require[0].needs[1].with.day"),
        new("\"on\": \"Cancel\"", "\"on\": \"Cancle\"", Codes + "trigger-unknown at $.forbid[0].on"),
        new("[\"Running\", \"Held\"]", "[\"Runing\"]", Codes + "state-unknown at $.forbid[0].from"),
        new("\"on\": \"Cancel\", \"from\": [\"Running\", \"Held\"]", "\"on\": \"Submit\", \"from\": [\"Runing\"]", Codes + "state-unknown at $.forbid[0].from"),
        new("[\"Running\", \"Held\"]", "[]", Codes + "from-missing at $.forbid[0].from"),
        new("[\"Running\", \"Held\"]", "[\"Running\", \"Closed\"]", Derives + "nothing-to-forbid at $.forbid[0].from[1]"),
        new("\"on\": \"Cancel\", \"from\": [\"Running\", \"Held\"]", "\"on\": \"Pass\"", Derives + "nothing-to-forbid at $.forbid[0]"),
        new("\"on\": \"Cancel\", \"from\": [\"Running\", \"Held\"]", "\"on\": \"Submit\"", Derives + "not-a-side-door at $.forbid[0]"),
        new("\"Pass\", {", "\"Pass\", \"Escalate\", {", "lifecycle.trigger.unused at $.triggers[1]"),
        new("\"Pass\", {", "\"Pass\", { \"name\": \"Hold\", \"takes\": [] }, {", "lifecycle.trigger.repeated at $.triggers[1]"),
        new("\"Pass\", {", "{", Codes + "trigger-unknown at $.transitions[0].on"),
        new("\"Looking\", \"on\"", "\"Lookin\", \"on\"", Codes + "state-unknown at $.transitions[0].from"),
        new("\"Rehearsed\", \"on\": \"Rehearse\", \"to\": \"Running\"", "\"Rehearsed\", \"on\": \"Rehearse\", \"to\": \"Rehearsed\"", "lifecycle.state.unreachable at $", "lifecycle.state.dead-end at $.insert[1]"),
        new("\"phase\": \"Preparation\"", "\"phase\": \"Review\"", "lifecycle.phase.backwards at $.transitions[0]"),
        new("\"order\": 25", "\"order\": 15", "lifecycle.phase.backwards at $.insert[1]"),
        new("\"name\": \"Rehearsal\", \"order\": 25 }", "\"name\": \"Rehearsal\", \"order\": 25 }, { \"name\": \"Preparation\", \"order\": 11 }", "lifecycle.phase.ambiguous at $.phases"),
        new("\"on\": \"Pass\", \"to\": \"Checking\"", "\"on\": \"Hold\", \"to\": \"Checking\"", "lifecycle.transition.repeated at $.transitions[0]", "lifecycle.trigger.unused at $.triggers[0]"),
        new("\"to\": \"Running\" }\n", "\"to\": \"Running\" },\n    { \"from\": \"Draft\", \"on\": \"Pass\", \"to\": \"Running\" }\n", "lifecycle.derivation.loosens at $.transitions[2]"),
        new("\"to\": \"Checking\", \"needs\"", "\"to\": \"Rehearsed\", \"needs\"", "lifecycle.derivation.loosens at $.transitions[0]"),
        new("\"with\": \"Running\", \"on\": [\"Annotate\"]", "\"with\": \"Checking\", \"on\": [\"Annotate\", \"Hold\"]", "lifecycle.derivation.loosens at $.insert[1].shares.on[1]"),
        new("\"with\": \"Running\", \"on\": [\"Annotate\"]", "\"with\": \"Checking\"", "lifecycle.derivation.loosens at $.insert[1].shares"),
    ];

    public static IReadOnlyList<(string[] Edits, string[] Faults)> Together { get; } =
    [
        (["\"id\": \"parent\"", "\"id\": \"paren\"", "trial.requirement.r2", "trial.nothing.known", "\"from\": \"Draft\", \"to\"", "\"from\": \"Draff\", \"to\"", "\"on\": \"Start\"", "\"on\": \"Stat\""],
            [Codes + "definition-unknown at $.derives", Codes + "requirement-unknown at $.require[1].needs[0]"]),
        (["\"state\": \"Looking\", ", "\"state\": \"Looking\", \"color\": 1, ", "trial.requirement.r2", "trial.nothing.known", "\"on\": \"Start\"", "\"on\": \"Pass\"", "\"Looking\", \"on\"", "\"Lookin\", \"on\""],
            [Codes + "member-unknown at $.insert[0].color", Codes + "requirement-unknown at $.require[1].needs[0]", Codes + "state-unknown at $.transitions[0].from"]),
        (["\"from\": \"Draft\", \"to\"", "\"from\": \"Running\", \"to\"", "\"on\": \"Start\"", "\"on\": \"Pass\"", "[\"Running\", \"Held\"]", "[\"Running\", \"Closed\"]", "[\"Annotate\"]", "[\"Annotate\", \"Hold\"]", "trial.requirement.r0", "trial.requirement.q", "\"on\": \"Rehearse\", \"to\": \"Running\"", "\"on\": \"Rehearse\", \"to\": \"Draft\""],
            [
                Derives + "nothing-between at $.insert[0]", Derives + "nothing-to-require at $.require[0]", Derives + "nothing-to-forbid at $.forbid[0].from[1]",
                Codes + "requirement-unknown at $.transitions[0].needs[0]", Derives + "nothing-to-share at $.insert[1].shares.on[1]", "lifecycle.phase.backwards at $.transitions[1]",
            ]),
    ];
}
