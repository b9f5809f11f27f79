using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Changes.Matrices;

/// <summary>What is expected of one change model, read from a table written by hand: every trigger in every state.</summary>
internal sealed class Matrix
{
    private const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private Matrix(string model, string text)
    {
        var lines = text.Split('\n', Tidy);
        var notes = lines.Where(line => line.StartsWith('[')).ToDictionary(line => line[..(line.IndexOf(']', StringComparison.Ordinal) + 1)], StringComparer.Ordinal);
        var rows = lines.Where(line => !line.StartsWith('[')).Select(line => line.Split(' ', Tidy)).ToList();
        Model = model;
        States = rows[0].Skip(1).ToValueList();
        Cells = rows.Skip(1).SelectMany(row => States.Select((state, at) => new Cell(state, row[0], Answers(state, row[at + 1], notes)))).ToValueList();
        Rows = rows.Skip(1).Select(row => (Trigger: row[0], Cells: row.Length - 1)).ToValueList();
    }

    public static IReadOnlyDictionary<string, Matrix> Of { get; } = new Matrix[]
    {
        new("normal", NormalMatrix.Text),
        new("standard", StandardMatrix.Text),
        new("pre-approved", PreApprovedMatrix.Text),
        new("emergency", EmergencyMatrix.Text),
        new("retrospective", RetrospectiveMatrix.Text),
    }.ToDictionary(matrix => matrix.Model, StringComparer.Ordinal);

    public static IEnumerable<object[]> Models => Of.Keys.Select(model => new object[] { model });

    public string Model { get; }

    public ValueList<string> States { get; }

    public ValueList<Cell> Cells { get; }

    public ValueList<(string Trigger, int Cells)> Rows { get; }

    public static State State(string name) => (State)typeof(ChangeStates).GetProperty(name)!.GetValue(null)!;

    public static Trigger Trigger(string name) => (Trigger)typeof(ChangeTriggers).GetProperty(name)!.GetValue(null)!;

    private static ValueList<Answer> Answers(string from, string cell, Dictionary<string, string> notes) => cell switch
    {
        "." => [],
        ['[', ..] => notes[cell][cell.Length..].Split(';', Tidy).Select(answer => answer.Split(':', Tidy)).Select(answer => Led(from, answer[0], answer[1])).ToValueList(),
        _ => [Led(from, null, cell)],
    };

    private static Answer Led(string from, string? when, string to) => to.Split('/') switch
    {
        [var model, var state] => new Answer(when, state, model),
        _ => new Answer(when, to == "=" ? from : to, null),
    };

    /// <summary>One trigger in one state; without answers it is refused as undefined.</summary>
    internal sealed record Cell(string State, string Trigger, ValueList<Answer> Answers)
    {
        public override string ToString() => $"{Trigger} in {State}: {(Answers.Count == 0 ? "undefined" : string.Join(", ", Answers))}";
    }

    /// <summary>Where a trigger leads, in which case, and to which other model if it leaves this one.</summary>
    internal sealed record Answer(string? Case, string To, string? Exit)
    {
        public override string ToString() => $"{(Case is null ? string.Empty : $"{Case}: ")}{(Exit is null ? string.Empty : $"{Exit}/")}{To}";
    }
}
