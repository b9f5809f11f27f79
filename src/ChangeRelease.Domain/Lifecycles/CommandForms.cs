using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>One typed command as a form: the trigger it takes, the name it is written under, and its fields as parameters.</summary>
internal sealed record CommandForm(Trigger Trigger, string Type, ValueList<Parameter> Parameters);

/// <summary>The typed commands of a room as forms: each is another way to say a trigger with its arguments.</summary>
internal sealed class CommandForms<TCommand>
{
    private readonly FrozenDictionary<Trigger, CommandForm> _forms;
    private readonly Func<ReadOnlyMemory<byte>, TCommand> _read;
    private readonly Func<TCommand, byte[]> _write;

    public CommandForms(Func<ReadOnlyMemory<byte>, TCommand> read, Func<TCommand, byte[]> write, params CommandForm[] forms) =>
        (_read, _write, _forms) = (read, write, forms.ToFrozenDictionary(form => form.Trigger));

    public IEnumerable<CommandForm> All => _forms.Values;

    public CommandForm? Find(Trigger trigger) => _forms.GetValueOrDefault(trigger);

    /// <summary>The typed command that says the same; the arguments must fit the form.</summary>
    public TCommand Make(CommandForm form, Arguments arguments)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteString("type", form.Type);
        arguments.WriteMembersTo(json);
        json.WriteEndObject();
        json.Flush();
        return _read(bytes.WrittenMemory);
    }

    /// <summary>What a typed command says, as arguments; what it leaves open is left out.</summary>
    public Arguments ArgumentsOf(TCommand command)
    {
        using var document = JsonDocument.Parse(_write(command));
        return Arguments.Of(document.RootElement.EnumerateObject().Where(member => member.Name != "type" && member.Value.ValueKind != JsonValueKind.Null));
    }

    /// <summary>Says in a table what the triggers of this room take, where the table has not said the same.</summary>
    /// <remarks>What was read from a document is the same and knows no type: it gives way to what does.</remarks>
    public void DeclareIn<TAttempt>(LifecycleTable<TAttempt> table)
    {
        foreach (var form in table.Rows.Select(row => row.Trigger).Distinct().Select(Find).OfType<CommandForm>())
        {
            var description = new TriggerDescription(form.Trigger, form.Parameters);
            var at = table.Taken.IndexOf(description);
            if (at < 0)
            {
                table.Taken.Add(description);
            }
            else
            {
                table.Taken[at] = description;
            }
        }
    }
}
