namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>Ways to spoil the specimen, each with everything that is then wrong with it; those of one list can be combined.</summary>
internal static class Malformed
{
    private const string Codes = "lifecycle.document.";

    public sealed record Spoiled(string Old, string New, params string[] Faults);

    /// <summary>Shape only: none of them touches what another one does.</summary>
    public static IReadOnlyList<Spoiled> Shapes { get; } =
    [
        new("\"version\": 3", "\"version\": \"3\"", Codes + "type-wrong at $.version"),
        new("\"id\": \"database-migration\",", string.Empty, Codes + "member-missing at $"),
        new("\"$schema\": \"lifecycle.schema.json\"", "\"$schema\": null", Codes + "null at $['$schema']"),
        new("\"order\": 25", "\"order\": 2.5", Codes + "number-unfit at $.phases[0].order"),
        new("{ \"name\": \"Waiting\" }", "\"Waiting\"", Codes + "type-wrong at $.phases[1]"),
        new("{ \"name\": \"Draft\", \"phase\": \"Preparation\" }", "{ \"name\": \"Draft\", \"phase\": \"Preparation\", \"fase\": 1 }", Codes + "member-unknown at $.states[0].fase"),
        new("{ \"name\": \"Checking\", \"phase\": \"Authorization\" }", "{ \"name\": \"Checking\" }", Codes + "member-missing at $.states[1]"),
        new("{ \"name\": \"OnHold\", \"phase\": \"Waiting\" }", "{ \"name\": \"OnHold\", \"phase\": \"Waiting\", \"phase\": \"Waiting\" }", Codes + "member-repeated at $.states[3].phase"),
        new("{ \"name\": \"Closed\", \"phase\": \"Ended\" }", "{}", Codes + "member-missing at $.states[4]", Codes + "member-missing at $.states[4]"),
        new("\"start\": \"Draft\"", "\"start\": [\"Draft\"]", Codes + "type-wrong at $.start"),
        new("\"ends\": [\"Closed\"]", "\"ends\": \"Closed\"", Codes + "type-wrong at $.ends"),
        new("\"Submit\", \"Annotate\"", "\"Submit\", 7", Codes + "type-wrong at $.triggers[1]"),
        new("\"kind\": \"text\"", "\"kind\": \"Text\"", Codes + "name-unknown at $.triggers[6].takes[0].kind"),
        new("\"optional\": true", "\"optional\": \"true\"", Codes + "type-wrong at $.triggers[6].takes[0].optional"),
        new("[\"well\", \"badly\"]", "[\"well\", \"\\ud800\"]", Codes + "text-malformed at $.triggers[6].takes[0].choices[1]"),
        new("\"says\": \"How often.\"", "\"say\": \"How often.\"", Codes + "member-unknown at $.triggers[6].takes[1].say", Codes + "member-missing at $.triggers[6].takes[1]"),
        new("\"from\": \"Draft\", \"on\": \"Submit\"", "\"from\": { \"state\": \"Draft\" }, \"on\": \"Submit\"", Codes + "type-wrong at $.transitions[0].from"),
        new("\"trial.requirement.r0\"", "false", Codes + "type-wrong at $.transitions[0].needs[0]"),
        new("\"with\": { \"days\": 4 }", "\"with\": [4]", Codes + "type-wrong at $.transitions[0].needs[1].with"),
        new("[\"Draft\", \"Checking\"]", "[\"Draft\", null]", Codes + "null at $.transitions[1].from[1]"),
        new("\"case\": \"left\"", "\"case\": 1e3", Codes + "type-wrong at $.transitions[2].cases[0].case"),
        new("\"case\": \"middle\", \"stay\": true", "\"case\": \"middle\", \"stay\": 1", Codes + "type-wrong at $.transitions[2].cases[1].stay"),
        new("\"comesFrom\": [\"Draft\"]", "\"comesFrom\": {}", Codes + "type-wrong at $.transitions[2].cases[2].comesFrom"),
        new("\"to\": \"Draft\", \"exit\": { \"id\": \"straight\", \"version\": 1 }", "\"to\": \"Draft\", \"exit\": { \"id\": \"straight\", \"version\": 2147483648 }", Codes + "number-unfit at $.transitions[3].exit.version"),
        new("\"origins\": [\"Checking\", \"Rehearsed\"]", "\"it's \\\"odd\\\"\": []", Codes + "member-unknown at $.transitions[6].ways[0]['it\\'s \"odd\"']"),
        new("\"on\": \"Close\", \"to\": \"Closed\"", "\"to\": \"Closed\"", Codes + "member-missing at $.transitions[7]"),
    ];

    /// <summary>References and what verification says; each alone, because one may hide or cause what another one does.</summary>
    public static IReadOnlyList<Spoiled> References { get; } =
    [
        new("\"id\": \"database-migration\"", "\"id\": \" x\"", Codes + "name-unfit at $.id"),
        new("\"version\": 3", "\"version\": 0", Codes + "version-unfit at $.version"),
        new("\"version\": 3,", "\"version\": 3, \"derivedFrom\": { \"id\": \"straigt\", \"version\": 1 },", Codes + "definition-unknown at $.derivedFrom"),
        new("\"version\": 3,", "\"version\": 3, \"derivedFrom\": { \"id\": \"straight\", \"version\": 1, \"hash\": \"00\" },", Codes + "definition-differs at $.derivedFrom.hash"),
        new("{ \"name\": \"Waiting\" }", "{ \"name\": \"Waiting\" }, { \"name\": \"Waiting\", \"order\": 5 }", Codes + "phase-repeated at $.phases[2].name"),
        new("{ \"name\": \"Rehearsal\", \"order\": 25 }", "{ \"name\": \"Reh\\u0001\", \"order\": 25 }", Codes + "name-unfit at $.phases[0].name", Codes + "phase-unknown at $.states[2].phase"),
        new("\"phase\": \"Authorization\"", "\"phase\": \"Autorization\"", Codes + "phase-unknown at $.states[1].phase"),
        new("\"name\": \"OnHold\"", "\"name\": \"OnHold \"", Codes + "name-unfit at $.states[3].name", Codes + "state-unknown at $.transitions[4].to", Codes + "state-unknown at $.transitions[5].from", Codes + "state-unknown at $.transitions[6].from"),
        new("\"name\": \"Closed\", \"phase\": \"Ended\" }", "\"name\": \"Closed\", \"phase\": \"Ended\" }, { \"name\": \"Draft\", \"phase\": \"Ready\" }", Codes + "state-repeated at $.states[5].name"),
        new("\"name\": \"Closed\", \"phase\": \"Ended\" }", "\"name\": \"Closed\", \"phase\": \"Ended\" }, { \"name\": \"Limbo\", \"phase\": \"Ready\" }", "lifecycle.state.unreachable at $.states[5]", "lifecycle.state.dead-end at $.states[5]"),
        new("\"start\": \"Draft\"", "\"start\": \"Draff\"", Codes + "state-unknown at $.start"),
        new("\"start\": \"Draft\"", "\"start\": \"Checking\"", "lifecycle.state.unreachable at $.states[0]"),
        new("\"ends\": [\"Closed\"]", "\"ends\": []", "lifecycle.end.missing at $.ends", "lifecycle.state.dead-end at $.states[4]"),
        new("\"ends\": [\"Closed\"]", "\"ends\": [\"Closed\", \"Shut\"]", Codes + "state-unknown at $.ends[1]"),
        new("\"ends\": [\"Closed\"]", "\"ends\": [\"Closed\", \"Rehearsed\"]", "lifecycle.end.left at $.transitions[4]", "lifecycle.end.left at $.transitions[7]"),
        new("\"Submit\", \"Annotate\"", "\"Submit\", \"Submit\", \"Annotate\"", "lifecycle.trigger.repeated at $.triggers[0]"),
        new("\"Submit\", \"Annotate\"", "\"Submit\", \"Escalate\", \"Annotate\"", "lifecycle.trigger.unused at $.triggers[1]"),
        new("\"Submit\", \"Annotate\"", "\"Submt\", \"Annotate\"", Codes + "trigger-unknown at $.transitions[0].on"),
        new("\"Submit\", \"Annotate\"", "\"Submit\", \"\", \"Annotate\"", Codes + "name-unfit at $.triggers[1]"),
        new("\"name\": \"count\"", "\"name\": \"result\"", "lifecycle.parameter.repeated at $.triggers[6]"),
        new("\"name\": \"count\"", "\"name\": \"\"", Codes + "name-unfit at $.triggers[6].takes[1].name"),
        new("\"says\": \"How often.\"", "\"says\": \" \"", Codes + "sentence-blank at $.triggers[6].takes[1].says"),
        new("\"kind\": \"text\"", "\"kind\": \"truth\"", Codes + "choices-unfit at $.triggers[6].takes[0].choices"),
        new("[\"well\", \"badly\"]", "[\"well\", \"\\u001f\"]", Codes + "name-unfit at $.triggers[6].takes[0].choices[1]"),
        new("\"trial.requirement.r0\"", "\"trial.requirement.ro\"", Codes + "requirement-unknown at $.transitions[0].needs[0]"),
        new("\"trial.requirement.r0\"", "{ \"code\": \"trial.requirement.r0\", \"with\": { \"days\": 4 } }", Codes + "arguments-unknown at $.transitions[0].needs[0].with"),
        new("{ \"days\": 4 }", "{}", Codes + "argument-missing at $.transitions[0].needs[1].with.days"),
        new("{ \"days\": 4 }", "{ \"day\": 4 }", Codes + "argument-missing at $.transitions[0].needs[1].with.days", Codes + "argument-unknown at $.transitions[0].needs[1].with.day"),
        new("{ \"days\": 4 }", "{ \"days\": 4.5, \"role\": 7, \"until\": \"tomorrow\" }", Codes + "argument-unfit at $.transitions[0].needs[1].with.days", Codes + "argument-unfit at $.transitions[0].needs[1].with.role", Codes + "argument-unfit at $.transitions[0].needs[1].with.until"),
        new("{ \"days\": 4 }", "{ \"days\": null }", Codes + "argument-unfit at $.transitions[0].needs[1].with.days"),
        new("{ \"days\": 4 }", "{ \"days\": 99999999999999999999 }", Codes + "argument-unfit at $.transitions[0].needs[1].with.days"),
        new("{ \"days\": 4 }", "{ \"days\": 1e400 }", Codes + "argument-unfit at $.transitions[0].needs[1].with.days"),
        new("{ \"code\": \"trial.lead.short\", \"with\": { \"days\": 4 } }", "{ \"code\": \"trial.lead.picky\", \"with\": { \"days\": -1 } }", Codes + "argument-refused at $.transitions[0].needs[1].with"),
        new("{ \"code\": \"trial.lead.short\", \"with\": { \"days\": 4 } }", "\"trial.lead.short\"", Codes + "argument-missing at $.transitions[0].needs[1].with.days"),
        new("{ \"days\": 4 }", "{ \"days\": 4, \"days\": 4 }", Codes + "member-repeated at $.transitions[0].needs[1].with.days"),
        new("{ \"days\": 4 }", "{ \"days\": { \"a\": 1, \"a\": \"\\udc00\" } }", Codes + "member-repeated at $.transitions[0].needs[1].with.days.a"),
        new("\"from\": [\"Draft\", \"Checking\"]", "\"from\": [\"Draft\", \"Cheking\"]", Codes + "state-unknown at $.transitions[1].from[1]"),
        new("\"from\": [\"Draft\", \"Checking\"]", "\"from\": []", Codes + "from-missing at $.transitions[1].from"),
        new("\"from\": [\"Draft\", \"Checking\"]", "\"from\": [\"Draft\", \"Checking\", \"Draft\"]", "lifecycle.transition.repeated at $.transitions[1]"),
        new("\"from\": [\"Draft\", \"Checking\"]", "\"from\": [\"Draft\", \"Checking\", \"Closed\"]", "lifecycle.end.left at $.transitions[1]"),
        new("\"on\": \"Annotate\", \"stay\": true },", "\"on\": \"Annotate\" },", Codes + "destination-not-one at $.transitions[1]"),
        new("\"on\": \"Annotate\", \"stay\": true },", "\"on\": \"Annotate\", \"stay\": false },", Codes + "destination-not-one at $.transitions[1]"),
        new("\"on\": \"Annotate\", \"stay\": true },", "\"on\": \"Annotate\", \"stay\": true, \"to\": \"Draft\" },", Codes + "destination-not-one at $.transitions[1]"),
        new("\"on\": \"Annotate\", \"stay\": true },", "\"on\": \"Annotate\", \"stay\": true, \"by\": \"answer\" },", Codes + "member-misplaced at $.transitions[1].by"),
        new("\"on\": \"Annotate\", \"stay\": true },", "\"on\": \"Annotate\", \"stay\": true, \"exit\": { \"id\": \"straight\", \"version\": 1 } },", Codes + "member-misplaced at $.transitions[1].exit"),
        new("\"by\": \"answer\"", "\"by\": \"answr\"", Codes + "selector-unknown at $.transitions[2].by"),
        new("\"by\": \"answer\"", "\"by\": \"came from\"", Codes + "selector-unknown at $.transitions[2].by"),
        new("\"by\": \"answer\",", string.Empty, Codes + "question-missing at $.transitions[2]"),
        new("\"by\": \"answer\",", "\"by\": \"answer\", \"comesFrom\": [],", Codes + "member-misplaced at $.transitions[2].comesFrom"),
        new("\"case\": \"left\"", "\"case\": \"middle\"", "lifecycle.selector.repeated-case at $.transitions[2].cases[1].case", "lifecycle.selector.incomplete at $.transitions[2].cases"),
        new("\"case\": \"left\"", "\"case\": \"lft\"", "lifecycle.selector.unknown-case at $.transitions[2].cases[0].case", "lifecycle.selector.incomplete at $.transitions[2].cases"),
        new("\"case\": \"middle\", \"stay\": true", "\"case\": \"middle\"", Codes + "destination-not-one at $.transitions[2].cases[1]"),
        new("\"case\": \"middle\", \"stay\": true", "\"case\": \"middle\", \"stay\": true, \"exit\": { \"id\": \"straight\", \"version\": 1 }", Codes + "member-misplaced at $.transitions[2].cases[1].exit"),
        new("\"case\": \"right\", \"to\": \"Checking\"", "\"case\": \"right\", \"to\": \"Rehearsed\"", Codes + "state-unknown at $.transitions[2].cases[2].to"),
        new("\"comesFrom\": [\"Draft\"]", "\"comesFrom\": [\"Graft\"]", Codes + "state-unknown at $.transitions[2].cases[2].comesFrom[0]"),
        new("\"to\": \"Draft\", \"exit\": { \"id\": \"straight\", \"version\": 1 }", "\"to\": \"Draft\", \"exit\": { \"id\": \"straight\", \"version\": 2 }", Codes + "definition-unknown at $.transitions[3].exit"),
        new("\"from\": \"Draft\", \"on\": \"Leave\"", "\"from\": \"Rehearsed\", \"on\": \"Leave\"", "lifecycle.phase.backwards at $.transitions[3]"),
        new("\"on\": \"Hold\", \"sideDoor\": true", "\"on\": \"Hold\", \"sideDoor\": false", "lifecycle.phase.backwards at $.transitions[4]", "lifecycle.phase.backwards at $.transitions[4]"),
        new("\"on\": \"Annotate\", \"stay\": true, \"comesFrom\": [\"Checking\"]", "\"on\": \"Annotate\", \"stay\": true, \"comesFrom\": [\"Draft\"]", "lifecycle.origin.missing at $.transitions[6]"),
        new("\"origins\": [\"Checking\", \"Rehearsed\"]", "\"origins\": [\"Checking\"]", "lifecycle.origin.missing at $.transitions[6]"),
        new("\"origins\": [\"Checking\", \"Rehearsed\"]", "\"origins\": [\"Checking\", \"Rehearsed\", \"Checking\"]", "lifecycle.origin.repeated at $.transitions[6]"),
        new("\"origins\": [\"Checking\", \"Rehearsed\"]", "\"origins\": []", Codes + "origins-missing at $.transitions[6].ways[0].origins"),
        new("\"origins\": [\"Checking\", \"Rehearsed\"]", "\"origins\": [\"Checking\", \"Rehearsd\"]", Codes + "state-unknown at $.transitions[6].ways[0].origins[1]"),
        new("[{ \"to\": \"Checking\", \"origins\": [\"Checking\", \"Rehearsed\"] }]", "[]", Codes + "ways-missing at $.transitions[6].ways"),
        new("\"by\": \"came from\"", "\"by\": \"answer\"", Codes + "selector-unknown at $.transitions[6].by"),
        new("{ \"from\": \"Rehearsed\", \"on\": \"Close\", \"to\": \"Closed\" }", "{ \"from\": \"Rehearsed\", \"on\": \"Close\", \"to\": \"Closed\" }, { \"from\": \"Rehearsed\", \"on\": \"Close\", \"stay\": true }", "lifecycle.transition.repeated at $.transitions[7]"),
        new("{ \"from\": \"Rehearsed\", \"on\": \"Close\", \"to\": \"Closed\" }", "{ \"from\": \"Rehearsed\", \"on\": \"Close\", \"to\": \"Draft\" }", "lifecycle.phase.backwards at $.transitions[7]", "lifecycle.state.unreachable at $.states[4]"),
        new("\"format\": \"change-release/lifecycle/1\"", "\"format\": \"change-release/lifecycle/2\"", Codes + "format-unknown at $.format"),
    ];

    /// <summary>Several at once that do not get into each other's way.</summary>
    public static IReadOnlyList<(string[] Edits, string[] Faults)> Together { get; } =
    [
        (["\"id\": \"database-migration\"", "\"id\": \"\"", "\"trial.requirement.r0\"", "\"trial.nothing.known\"", "\"days\": 4", "\"days\": true", "\"by\": \"answer\"", "\"by\": \"question\"", "\"start\": \"Draft\"", "\"start\": \"Daft\""],
            [Codes + "name-unfit at $.id", Codes + "state-unknown at $.start", Codes + "requirement-unknown at $.transitions[0].needs[0]", Codes + "argument-unfit at $.transitions[0].needs[1].with.days", Codes + "selector-unknown at $.transitions[2].by"]),
        (["\"trial.requirement.r0\"", "\"trial.nothing.known\"", "\"on\": \"Hold\", \"sideDoor\": true", "\"on\": \"Hold\"", "\"name\": \"count\"", "\"name\": \"result\"", "\"case\": \"left\"", "\"case\": \"up\""],
            [Codes + "requirement-unknown at $.transitions[0].needs[0]", "lifecycle.selector.unknown-case at $.transitions[2].cases[0].case", "lifecycle.selector.incomplete at $.transitions[2].cases", "lifecycle.phase.backwards at $.transitions[4]", "lifecycle.phase.backwards at $.transitions[4]", "lifecycle.parameter.repeated at $.triggers[6]"]),
        (["\"on\": \"Hold\", \"sideDoor\": true", "\"on\": \"Hold\", \"sideDor\": true", "\"trial.requirement.r0\"", "\"trial.nothing.known\""],
            [Codes + "member-unknown at $.transitions[4].sideDor", Codes + "requirement-unknown at $.transitions[0].needs[0]"]),
    ];
}
