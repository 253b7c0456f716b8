package org.hypergrad.tests.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a class shows to its users: the types its public and protected members mention, what it
/// extends and implements.
final class PublicSignatures extends ArchCondition<JavaClass> {
  private final DescribedPredicate<JavaClass> unwanted;

  private PublicSignatures(DescribedPredicate<JavaClass> unwanted) {
    super("mention no " + unwanted.getDescription() + " in public signatures");
    this.unwanted = unwanted;
  }

  static ArchCondition<JavaClass> notMention(DescribedPredicate<JavaClass> unwanted) {
    return new PublicSignatures(unwanted);
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    Stream<JavaType> parents =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    report(type, type.getName(), parents, events);
    for (JavaMember member : type.getMembers()) {
      if (isVisible(member)) {
        report(type, member.getFullName(), types(member), events);
      }
    }
  }

  private static boolean isVisible(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
        && !modifiers.contains(JavaModifier.SYNTHETIC);
  }

  private static Stream<JavaType> types(JavaMember member) {
    return switch (member) {
      case JavaField field -> Stream.of(field.getType());
      case JavaCodeUnit code ->
          Stream.concat(
              Stream.concat(Stream.of(code.getReturnType()), code.getParameterTypes().stream()),
              code.getExceptionTypes().stream());
      default -> throw new AssertionError(member);
    };
  }

  private void report(
      JavaClass type, String place, Stream<JavaType> types, ConditionEvents events) {
    Set<JavaClass> mentioned =
        types.flatMap(each -> each.getAllInvolvedRawTypes().stream()).collect(Collectors.toSet());
    mentioned.stream()
        .filter(unwanted)
        .forEach(hidden ->
            events.add(
                SimpleConditionEvent.violated(
                    type, place + " mentions " + hidden.getName() + ", which is not exported")));
  }
}
