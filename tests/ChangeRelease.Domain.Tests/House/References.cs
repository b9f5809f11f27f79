using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace ChangeRelease.Domain.Tests.House;

/// <summary>Every type that a type mentions: in its signatures, its attributes, and the instructions of its methods.</summary>
internal static class References
{
    private static readonly Dictionary<short, OpCode> Instructions = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static HashSet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        foreach (var mentioned in Heads(type).Concat(Signatures(type)).Concat(Bodies(type)))
        {
            Add(found, mentioned);
        }

        return found;
    }

    /// <summary>What the signature of a member mentions, taken apart.</summary>
    public static HashSet<Type> OfSignature(MemberInfo member)
    {
        var found = new HashSet<Type>();
        foreach (var mentioned in member is Type type ? Heads(type) : Signature(member))
        {
            Add(found, mentioned);
        }

        return found;
    }

    private static IEnumerable<Type> Heads(Type type) => type.GetInterfaces()
        .Append(type.BaseType!)
        .Concat(type.GetGenericArguments().SelectMany(Constraints))
        .Concat(Attributes(type))
        .Where(mentioned => mentioned is not null);

    private static IEnumerable<Type> Signatures(Type type) =>
        type.GetMembers(Library.Declared).Where(member => member is not Type).SelectMany(member => Signature(member).Concat(Attributes(member)));

    private static IEnumerable<Type> Signature(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => property.GetIndexParameters().Select(parameter => parameter.ParameterType).Append(property.PropertyType),
        EventInfo { EventHandlerType: { } handler } => [handler],
        MethodInfo method => Parameters(method).Append(method.ReturnType).Concat(method.GetGenericArguments().SelectMany(Constraints)),
        MethodBase constructor => Parameters(constructor),
        _ => [],
    };

    private static IEnumerable<Type> Parameters(MethodBase method) => method.GetParameters().Select(parameter => parameter.ParameterType);

    private static IEnumerable<Type> Constraints(Type argument) => argument.IsGenericParameter ? argument.GetGenericParameterConstraints() : [argument];

    private static IEnumerable<Type> Attributes(MemberInfo member) => member.GetCustomAttributesData().SelectMany(attribute =>
        attribute.ConstructorArguments.Select(argument => argument.Value).OfType<Type>().Append(attribute.AttributeType));

    private static IEnumerable<Type> Bodies(Type type) =>
        type.GetMembers(Library.Declared).OfType<MethodBase>().SelectMany(method => method.GetMethodBody() is { } body ? Body(method, body) : []);

    private static IEnumerable<Type> Body(MethodBase method, MethodBody body) => body.LocalVariables.Select(local => local.LocalType)
        .Concat(body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType!))
        .Concat(Tokens(body.GetILAsByteArray()!).SelectMany(token => Resolve(method, token)))
        .Where(mentioned => mentioned is not null);

    private static IEnumerable<int> Tokens(byte[] instructions)
    {
        for (var at = 0; at < instructions.Length;)
        {
            var code = Instructions[instructions[at] == 0xFE ? BinaryPrimitives.ReadInt16BigEndian(instructions.AsSpan(at)) : instructions[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                yield return BinaryPrimitives.ReadInt32LittleEndian(instructions.AsSpan(at));
            }

            at += Length(code.OperandType, instructions.AsSpan(at));
        }
    }

    private static int Length(OperandType operand, ReadOnlySpan<byte> rest) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(rest)),
        _ => 4,
    };

    private static IEnumerable<Type> Resolve(MethodBase method, int token)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } declaring ? declaring.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, ofType, ofMethod) switch
        {
            Type type => [type],
            MethodInfo { IsGenericMethod: true } called => Signature(called).Concat(called.GetGenericArguments()).Append(called.DeclaringType!),
            { } member => Signature(member).Append(member.DeclaringType!),
            null => [],
        };
    }

    private static void Add(HashSet<Type> found, Type type)
    {
        if (type.HasElementType)
        {
            Add(found, type.GetElementType()!);
        }
        else if (type.IsGenericType && !type.IsGenericTypeDefinition)
        {
            Array.ForEach(type.GetGenericArguments(), argument => Add(found, argument));
            found.Add(type.GetGenericTypeDefinition());
        }
        else if (!type.IsGenericParameter)
        {
            found.Add(type);
        }
    }
}
